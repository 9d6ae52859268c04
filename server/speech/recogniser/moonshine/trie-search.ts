import type { PhraseTrie, TrieNode } from './phrase-trie.ts';

/** Reads several beginnings of sentences on at once, over the same audio. */
export interface StepReader {
  /** Reads the start token. Logits, one row. */
  begin(): Promise<Float32Array>;
  /** Reads one token more behind row `parents[i]` of the step before. Logits, a row for each. */
  extend(parents: readonly number[], tokens: readonly number[]): Promise<Float32Array>;
}

interface Beginning {
  node: TrieNode;
  parent: number;
}

/**
 * Log probability of every beginning in the trie, by node id; `-Infinity` where the search did not go.
 *
 * @param size entries of a row of logits.
 * @param worth orders the beginnings of one length; `width` of them are read on.
 */
export async function searchTrie(
  reader: StepReader,
  trie: PhraseTrie,
  size: number,
  { width, worth }: { width: number; worth: (logProbability: number, id: number) => number },
): Promise<Float64Array> {
  const found = new Float64Array(trie.nodes).fill(Number.NEGATIVE_INFINITY);
  found[trie.root.id] = 0;
  const worthOf = ({ node }: Beginning) => worth(found[node.id] as number, node.id);
  let level: TrieNode[] = [trie.root];
  let logits = await reader.begin();
  while (true) {
    const next: Beginning[] = [];
    for (const [row, node] of level.entries()) {
      const all = logNormaliser(logits, row, size);
      for (const child of node.children) {
        found[child.id] = (found[node.id] as number) + (logits[row * size + child.token] as number) - all;
        if (child.children.length > 0) next.push({ node: child, parent: row });
      }
    }
    if (next.length === 0) return found;
    const kept = next.sort((one, other) => worthOf(other) - worthOf(one)).slice(0, width);
    level = kept.map(({ node }) => node);
    logits = await reader.extend(
      kept.map(({ parent }) => parent),
      level.map(({ token }) => token),
    );
  }
}

/** Below this distance from the best logit all entries together add next to nothing. */
const negligible = 14;

/** Logarithm of the sum of exponentials of one row. */
export function logNormaliser(logits: Float32Array, row: number, size: number): number {
  const start = row * size;
  const end = start + size;
  let best = Number.NEGATIVE_INFINITY;
  for (let i = start; i < end; i++) best = Math.max(best, logits[i] as number);
  let sum = 0;
  for (let i = start; i < end; i++) {
    const distance = (logits[i] as number) - best;
    if (distance > -negligible) sum += Math.exp(distance);
  }
  return best + Math.log(sum);
}
