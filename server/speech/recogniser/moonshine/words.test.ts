import llama from 'llama-tokenizer-js';
import { expect, it } from 'vitest';
import { joinTokens } from './words.ts';

it('joins tokens to words, each as sure as its least sure token', () => {
  const tokens = llama.encode('unbelievable wardrobes', false, true);
  const confidences = tokens.map((_, index) => 0.9 - index / 100);
  const words = joinTokens(tokens, confidences);
  expect(words.map((word) => word.text)).toEqual(['unbelievable', 'wardrobes']);
  expect(words[1]?.confidence).toBe(Math.min(...confidences));
});

it('is as sure of a word as of its letters, whatever stop it may end with', () => {
  const tokens = llama.encode('Yes, no.', false, true);
  const punctuation = llama
    .encode('Yes, no.', false, true)
    .map((token) => /^[.,]$/.test(llama.vocabById[token] ?? ''));
  expect(punctuation.filter(Boolean)).toHaveLength(2);
  expect(
    joinTokens(
      tokens,
      punctuation.map((isMark) => (isMark ? 0.3 : 0.9)),
    ),
  ).toEqual([
    { text: 'Yes,', confidence: 0.9 },
    { text: 'no.', confidence: 0.9 },
  ]);
});

it('puts letters together that take several byte tokens', () => {
  const tokens = llama.encode('café 🪑', false, true);
  expect(
    joinTokens(
      tokens,
      tokens.map(() => 1),
    ).map((word) => word.text),
  ).toEqual(['café', '🪑']);
});

it('leaves out ids that stand for no text', () => {
  expect(joinTokens([1, 2, 32_700], [1, 1, 1])).toEqual([]);
});

it('is as sure of a number as of its digits, whatever letters it begins with', () => {
  const tokens = llama.encode('order SO-45192?', false, true);
  const confidences = tokens.map((token) => (/\d/.test(llama.vocabById[token] ?? '') ? 0.9 : 0.3));
  expect(joinTokens(tokens, confidences)).toEqual([
    { text: 'order', confidence: 0.3 },
    { text: 'SO-45192?', confidence: 0.9 },
  ]);
});
