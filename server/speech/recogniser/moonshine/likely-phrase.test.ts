import { expect, it } from 'vitest';
import { bestPhrase, habitWeight, isConvincing, isNear } from './likely-phrase.ts';
import { phraseTrie, type TrieNode } from './phrase-trie.ts';

const phrases = ['yes', 'go to step four', 'step four', 'pause'];
const trie = phraseTrie(phrases);

/** Log probabilities by phrase, at the ends of all its writings. */
function scores(of: Record<string, number>): Float64Array {
  const all = new Float64Array(trie.nodes).fill(Number.NEGATIVE_INFINITY);
  const visit = (node: TrieNode) => {
    for (const phrase of node.phrases)
      all[node.id] = of[phrases[phrase] as string] ?? Number.NEGATIVE_INFINITY;
    for (const child of node.children) visit(child);
  };
  visit(trie.root);
  return all;
}
const habit = scores({ yes: -5, 'go to step four': -40, 'step four': -35, pause: -20 });

it('the choice of a likely phrase takes what the audio adds to a phrase, not what the decoder likes to write', () => {
  const fit = bestPhrase(phrases, trie, scores({ yes: -4, 'go to step four': -12, pause: -18 }), habit);
  expect(phrases[fit?.phrase as number]).toBe('go to step four');
  expect(fit?.above).toBeCloseTo(-12 + habitWeight * 40);
});

it('the choice of a likely phrase counts no phrase as a rival that says the same in fewer words', () => {
  const heard = scores({ yes: -10, 'go to step four': -12, 'step four': -8.2, pause: -30 });
  const fit = bestPhrase(phrases, trie, heard, habit);
  expect(fit?.ahead).toBeGreaterThan(20);
});

it('has none where the search reached none', () => {
  expect(bestPhrase(phrases, trie, scores({}), habit)).toBeUndefined();
});

it('the choice of a likely phrase is convinced only where a phrase is far above noise, ahead of the rest, and explains as much as a free reading', () => {
  expect(isConvincing({ phrase: 0, above: 12, ahead: 3 }, 15)).toBe(true);
  expect(isConvincing({ phrase: 0, above: 12, ahead: 3 }, 30)).toBe(false);
  expect(isConvincing({ phrase: 0, above: 3, ahead: 3 }, 5)).toBe(false);
  expect(isConvincing({ phrase: 0, above: 12, ahead: 0.3 }, 15)).toBe(false);
});

it('the choice of a likely phrase is near where it fits the sound about as well as what was read, and is about as long', () => {
  const [read, phrase] = ['Which one is perky?', 'which one is part B'];
  expect(isNear({ behind: 2, ahead: 3 }, read, phrase)).toBe(true);
  expect(isNear({ behind: -1, ahead: 3 }, read, phrase)).toBe(true);
  expect(isNear({ behind: 12, ahead: 3 }, read, phrase)).toBe(false);
  expect(isNear({ behind: 2, ahead: 0.2 }, read, phrase)).toBe(false);
  expect(isNear({ behind: 2, ahead: 3 }, 'Good-by-sitting.', 'no')).toBe(false);
  expect(isNear({ behind: 2, ahead: 3 }, 'Eh.', 'go to step four')).toBe(false);
});
