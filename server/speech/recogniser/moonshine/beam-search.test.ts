import llama from 'llama-tokenizer-js';
import { expect, it } from 'vitest';
import { beamSearch } from './beam-search.ts';
import { BiasTrie } from './bias-trie.ts';
import { endToken } from './phrase-trie.ts';
import type { StepReader } from './step-reader.ts';
import { vocabularySize } from './vocabulary.ts';
import { joinTokens } from './words.ts';

/** A decoder that finds these sentences this likely, in nats, and others next to impossible. */
function decoderOf(sentences: Record<string, number>): StepReader {
  const known = Object.entries(sentences).map(([text, score]) => ({
    tokens: [...llama.encode(text, false, true), endToken],
    score,
  }));
  let rows: number[][] = [[]];
  const logits = () => {
    const all = new Float32Array(rows.length * vocabularySize).fill(-30);
    for (const [row, read] of rows.entries())
      for (const { tokens, score } of known) {
        if (!read.every((token, at) => token === tokens[at])) continue;
        const at = row * vocabularySize + (tokens[read.length] ?? endToken);
        all[at] = Math.max(all[at] as number, score);
      }
    return all;
  };
  return {
    begin: async () => logits(),
    async extend(parents, tokens) {
      rows = parents.map((parent, at) => [...(rows[parent] as number[]), tokens[at] as number]);
      return logits();
    },
  };
}

async function heard(sentences: Record<string, number>, likely: string[]): Promise<string> {
  const bias = new BiasTrie(likely, 2);
  const [best] = await beamSearch(decoderOf(sentences), bias, { size: vocabularySize, most: 30 });
  return joinTokens(
    (best?.choices ?? []).map(({ token }) => token),
    (best?.choices ?? []).map(({ confidence }) => confidence),
  )
    .map(({ text }) => text)
    .join(' ');
}

it('hears the likeliest words where none of them is expected', async () => {
  expect(await heard({ 'Where is my test?': 2, 'Where is my desk?': 0 }, [])).toBe('Where is my test?');
});

it('hears what is expected where it is nearly as likely', async () => {
  expect(await heard({ 'Where is my test?': 2, 'Where is my desk?': 0 }, ['desk'])).toBe('Where is my desk?');
  expect(await heard({ 'Order 10000 to nine': 2, 'Order 10029': 0 }, ['10029'])).toBe('Order 10029');
});

it('does not hear what is expected where something else is far likelier', async () => {
  expect(await heard({ 'Where is my test?': 12, 'Where is my desk?': 0 }, ['desk'])).toBe(
    'Where is my test?',
  );
});

it('hears a number in figures and in words, with what recognisers put between', async () => {
  for (const written of ['four five one nine two', '45-192', '45192'])
    expect(await heard({ [`Order ${written}`]: 0, 'Order for tea': 2 }, ['45192'])).toBe(`Order ${written}`);
});

it('gives nothing for a beginning that does not become whole, or for a part of a longer word', async () => {
  expect(await heard({ 'Order 45 chairs': 0, 'Order for tea': 1 }, ['45192'])).toBe('Order for tea');
  expect(await heard({ 'a desktop': 0, 'a deaf top': 1 }, ['desk'])).toBe('a deaf top');
});
