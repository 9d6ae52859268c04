import { expect, it } from 'vitest';
import { areClear, areLost } from './doubt.ts';

const heard = (text: string, ...confidences: number[]) =>
  text.split(' ').map((word, at) => ({ text: word, confidence: confidences[at] ?? confidences[0] ?? 1 }));

it('is lost what was not read, or guessed', () => {
  expect(areLost([])).toBe(true);
  expect(areLost(heard('So the lay', 0.4))).toBe(true);
  expect(areLost(heard('Now one is left.', 0.3, 0.7, 0.6, 0.98))).toBe(true);
  expect(areLost(heard('Which one is perky?', 0.99, 0.99, 0.99, 0.3))).toBe(false);
});

it('is clear what is sure, and what is likely however sure', () => {
  expect(areClear(heard('Did you feed the cat?', 0.95), ['yes'])).toBe(true);
  expect(areClear(heard("I'm stuck!", 0.5), ["I'm stuck"])).toBe(true);
});

it('is not clear what is neither', () => {
  expect(areClear(heard('Which one is perky?', 0.99, 0.99, 0.99, 0.3), ['which one is part B'])).toBe(false);
});
