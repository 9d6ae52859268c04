import { expect, it } from 'vitest';
import { countOf } from './count.ts';

it('counts what was acknowledged and is not there, and what is there twice', () => {
  expect(countOf(['a', 'b', 'c'], ['a', 'c', 'c', 'd'])).toEqual({ acknowledged: 3, lost: 1, doubled: 1 });
});

it('lets be there once what nobody was told of', () => {
  expect(countOf([], ['a', 'b'])).toEqual({ acknowledged: 0, lost: 0, doubled: 0 });
});
