import { expect, it } from 'vitest';
import { findDay } from './day.ts';

/** A Monday. */
const today = '2031-03-03';

it.each([
  ['I need it by Friday', '2031-03-07'],
  ['can it come tomorrow', '2031-03-04'],
  ['on the 24th of March', '2031-03-24'],
  ['before March 10', '2031-03-10'],
  ['it was due yesterday', undefined],
  ['can it come sooner', undefined],
])('"%s" is %s', (text, day) => {
  expect(findDay(text, today)).toBe(day);
});
