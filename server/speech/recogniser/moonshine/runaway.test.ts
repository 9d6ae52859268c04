import { expect, it } from 'vitest';
import { withoutRunaway } from './runaway.ts';

const said = (text: string) =>
  withoutRunaway(text.split(' ').map((word) => ({ text: word, confidence: 0.6 })))
    .map((word) => word.text)
    .join(' ');

it('is one word where the decoder wrote it over and over', () => {
  expect(said('Yes, yes, yes yes.')).toBe('Yes,');
  expect(said('All right, yes, yes, yes,')).toBe('All right, yes,');
});

it('leaves words that differ, and none', () => {
  expect(said('Yes, they do')).toBe('Yes, they do');
  expect(withoutRunaway([])).toEqual([]);
});
