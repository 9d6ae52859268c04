import { expect, it } from 'vitest';
import { slopeOf } from './slope.ts';

it('is that of the line, whatever lies around it', () => {
  expect(
    slopeOf([
      [0, 1],
      [10, 6],
      [20, 11],
    ]),
  ).toBeCloseTo(0.5);
  expect(
    slopeOf([
      [0, 3],
      [1, 5],
      [2, 3],
      [3, 5],
    ]),
  ).toBeCloseTo(0.4);
});

it('is flat where there is no line', () => {
  expect(slopeOf([])).toBe(0);
  expect(slopeOf([[4, 2]])).toBe(0);
});
