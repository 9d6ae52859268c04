import { expect, it } from 'vitest';
import { forcedReading } from './phrase-finder.ts';
import { endToken } from './phrase-trie.ts';
import type { StepReader } from './step-reader.ts';

const size = 8;

/** Favours these tokens, one a step, then the end; the end comes close second all along. */
function favouring(tokens: number[], by: number) {
  const read: number[] = [];
  let step = 0;
  const row = () => {
    const logits = new Float32Array(size);
    logits[endToken] = by - 1;
    logits[tokens[step++] ?? endToken] = by;
    return Promise.resolve(logits);
  };
  const reader: StepReader = {
    begin: row,
    extend: (_, [token]) => {
      read.push(token as number);
      return row();
    },
  };
  return { reader, read };
}

it('writes the likeliest tokens until the end', async () => {
  const over = favouring([3, 4, 5, 6, 7], 30);
  await forcedReading(over.reader, favouring([], 0).reader, size);
  expect(over.read).toEqual([3, 4, 5, 6, 7]);
});

it('may not end at once', async () => {
  const over = favouring([endToken, endToken, endToken, endToken, endToken], 30);
  await forcedReading(over.reader, favouring([], 0).reader, size);
  expect(over.read).toHaveLength(4);
  expect(over.read).not.toContain(endToken);
});

it('weighs the same writing over both', async () => {
  const { heard, habit } = await forcedReading(
    favouring([3, 4, 5, 6], 30).reader,
    favouring([7, 7, 7, 7, 7], 20).reader,
    size,
  );
  expect(heard).toBeGreaterThan(-3);
  expect(habit).toBeLessThan(-70);
});
