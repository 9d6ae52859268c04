import { expect, it } from 'vitest';
import { searchTrie } from './phrase-finder.ts';
import { phraseTrie, type TrieNode } from './phrase-trie.ts';
import type { StepReader } from './step-reader.ts';

const size = 32_768;

/** Favours `loud` tokens by 20 nats over all others, and notes how many beginnings each step read. */
function scripted(loud: (token: number) => boolean) {
  const rows: number[] = [];
  const row = () => Float32Array.from({ length: size }, (_, token) => (loud(token) ? 20 : 0));
  const read = (count: number) => {
    rows.push(count);
    const logits = new Float32Array(count * size);
    for (let at = 0; at < count; at++) logits.set(row(), at * size);
    return Promise.resolve(logits);
  };
  const reader: StepReader = { begin: () => read(1), extend: (_, tokens) => read(tokens.length) };
  return { reader, rows };
}

const ends = (node: TrieNode): TrieNode[] =>
  node.phrases.length > 0 ? [node] : node.children.flatMap((child) => ends(child));
const everything = { width: Number.POSITIVE_INFINITY, worth: () => 0 };

it('the trie search reads a beginning that phrases share once', () => {
  const apart = phraseTrie(['show me part B']).nodes + phraseTrie(['show me part C']).nodes;
  expect(phraseTrie(['show me part B', 'show me part C']).nodes).toBeLessThan(apart - 3);
});

it('adds up the log probabilities of a phrase’s tokens and its end', async () => {
  const trie = phraseTrie(['pause']);
  const { reader } = scripted(() => false);
  const found = await searchTrie(reader, trie, size, everything);
  const depth = (node: TrieNode, end: TrieNode): number =>
    node === end ? 0 : 1 + Math.min(...node.children.map((child) => depth(child, end)), 100);
  for (const end of ends(trie.root))
    expect(found[end.id]).toBeCloseTo(-depth(trie.root, end) * Math.log(size), 2);
});

it('the trie search goes on with the beginnings that are worth most, and no more than its width', async () => {
  const phrases = ['next', 'pause', 'go back', 'repeat that'];
  const trie = phraseTrie(phrases);
  const wanted = new Set<number>();
  const collect = (node: TrieNode) => {
    wanted.add(node.token);
    for (const child of node.children) collect(child);
  };
  for (const child of phraseTrie(['repeat that']).root.children) collect(child);
  const { reader, rows } = scripted((token) => wanted.has(token));
  const found = await searchTrie(reader, trie, size, { width: 2, worth: (logProbability) => logProbability });
  expect(Math.max(...rows)).toBe(2);
  const best = ends(trie.root).sort((a, b) => (found[b.id] as number) - (found[a.id] as number))[0];
  expect(best?.phrases.map((at) => phrases[at])).toEqual(['repeat that']);
});
