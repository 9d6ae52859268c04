import { describe, expect, it } from 'vitest';
import { isLoop, withoutRunaway } from './runaway.ts';

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

describe('a decoder that goes round in circles', () => {
  const words = (text: string) => text.split(' ').map((word) => ({ text: word, confidence: 0.5 }));

  it.each([
    ["We can't do it. We can't do it. We can't do it. We can't do it."],
    ['So, the the other one. The other one. The other one. The other one.'],
  ])('has heard nothing: "%s"', (text) => expect(isLoop(words(text))).toBe(true));

  it.each([
    ['no no no'],
    ['Where is it? Where is it? I ordered it on Monday.'],
    ['four five four five one'],
    ['it was broken and it was late and it was the wrong colour'],
  ])('is none that writes what people say: "%s"', (text) => expect(isLoop(words(text))).toBe(false));
});
