import { expect, it } from 'vitest';
import { Draft } from './draft.ts';

const after = (draft: number[], written: number[]) => {
  const followed = new Draft(draft);
  for (const token of written) followed.follow(token);
  return followed.proposal(100);
};

it('proposes all of itself at first, and what is left later', () => {
  expect(after([5, 6, 7], [])).toEqual([5, 6, 7]);
  expect(after([5, 6, 7], [5, 6])).toEqual([7]);
  expect(after([5, 6, 7], [5, 6, 7])).toEqual([]);
});

it('proposes no more than there is room for', () => {
  expect(new Draft([5, 6, 7]).proposal(2)).toEqual([5, 6]);
  expect(new Draft([5, 6, 7]).proposal(0)).toEqual([]);
});

it('takes a token that fits nowhere for a changed one, and proposes a little', () => {
  expect(after([1, 2, 3, 4, 5, 6, 7, 8], [1, 99])).toEqual([3, 4, 5, 6]);
});

it('is taken up again after a changed, a missing and an additional token', () => {
  expect(after([1, 2, 3, 4, 5, 6, 7, 8], [1, 99, 3])).toEqual([4, 5, 6, 7, 8]);
  expect(after([1, 2, 3, 4, 5, 6, 7, 8], [1, 3])).toEqual([4, 5, 6, 7, 8]);
  expect(after([1, 2, 3, 4, 5, 6, 7, 8], [1, 99, 2])).toEqual([3, 4, 5, 6, 7, 8]);
});
