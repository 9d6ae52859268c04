import { expect, it } from 'vitest';
import { readCode } from './resume-code.ts';

it.each([
  ['k7m2qx', 'K7M2QX'],
  [' k7m-2qx ', 'K7M2QX'],
  ['OIL000', '011000'],
])('a code typed as "%s" is %s', (typed, code) => {
  expect(readCode(typed)).toBe(code);
});
