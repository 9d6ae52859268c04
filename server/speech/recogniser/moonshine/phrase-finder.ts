import type { InferenceSession, Tensor } from 'onnxruntime-node';
import type { HeardWord } from '#protocol';
import type { NoiseSuppression } from '../../audio/noise-suppression.ts';
import type { DecoderCache } from './decoder-cache.ts';
import { bestPhrase, habitWeight, isConvincing, isNear, type PhraseFit } from './likely-phrase.ts';
import { endToken, type PhraseTrie, phraseTrie, type TrieNode } from './phrase-trie.ts';
import { logNormaliser, type StepReader, TrieReader } from './step-reader.ts';
import { vocabularySize } from './vocabulary.ts';

/** Beginnings read on at once. */
const width = 16;
/** Lists of phrases whose habit is kept: there is one for each guide that somebody has open. */
const mostKnown = 12;

interface Known {
  trie: PhraseTrie;
  /** Log probability of each node over noise alone; begun when it is first wanted. */
  habit?: Promise<Float64Array>;
}

/** What the free decode wrote. */
export interface FreeReading {
  words: readonly HeardWord[];
  /** Of all its tokens and the end. */
  logProbability: number;
}

const samples = 16_000;

/** A second of pink-like noise, always the same: what the decoder writes over it is its habit. */
function habitNoise(): Float32Array {
  let seed = 1;
  let low = 0;
  return Float32Array.from({ length: samples }, () => {
    // The minimal standard generator of Park and Miller (1988).
    seed = (seed * 16_807) % 2_147_483_647;
    low = 0.9 * low + 0.01 * (seed / 2_147_483_647 - 0.5);
    return 4 * low;
  });
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

/** The decoder may not end before so many tokens: over noise it would at once. */
const fewest = 4;
const most = 14;

/** One and the same writing, by its log probability over two pieces of audio. */
interface ForcedReading {
  heard: number;
  habit: number;
}

/**
 * What the decoder writes over the audio where it may not end at once, token by token the likeliest, and how likely the
 * same is over noise. At 5 dB it is hardly ever what was said, but it is near it: the measure for any phrase that is to
 * explain the sound.
 *
 * @param size entries of a row of logits.
 */
export async function forcedReading(
  heard: StepReader,
  habit: StepReader,
  size: number,
): Promise<ForcedReading> {
  let [over, alone] = await Promise.all([heard.begin(), habit.begin()]);
  const sum = { heard: 0, habit: 0 };
  for (let written = 0; written < most; written++) {
    const token = likeliest(over, size, written < fewest ? endToken : undefined);
    sum.heard += (over[token] as number) - logNormaliser(over, 0, size);
    sum.habit += (alone[token] as number) - logNormaliser(alone, 0, size);
    if (token === endToken) break;
    [over, alone] = await Promise.all([heard.extend([0], [token]), habit.extend([0], [token])]);
  }
  return sum;
}

function likeliest(logits: Float32Array, size: number, without: number | undefined): number {
  let best = without === 0 ? 1 : 0;
  for (let token = best + 1; token < size; token++)
    if (token !== without && (logits[token] as number) > (logits[best] as number)) best = token;
  return best;
}

/** Looks for likely phrases where the free decode wrote something else. */
export class PhraseFinder {
  readonly #decoder: InferenceSession;
  readonly #cache: DecoderCache;
  readonly #noise: NoiseSuppression;
  readonly #encode: (audio: Float32Array) => Promise<Tensor>;
  #noiseEncoded: Promise<Tensor> | undefined;
  readonly #known = new Map<string, Known>();

  constructor(
    decoder: InferenceSession,
    cache: DecoderCache,
    noise: NoiseSuppression,
    encode: (audio: Float32Array) => Promise<Tensor>,
  ) {
    this.#decoder = decoder;
    this.#cache = cache;
    this.#noise = noise;
    this.#encode = encode;
  }

  /**
   * The phrase that was said where the words are lost in noise. Over loud noise the decoder ends at once, and yet what
   * it makes of given words still tells them apart. Every phrase is scored by its log probability over the audio less
   * what it has over noise alone (pointwise mutual information, as in decoding against a language model's own prior).
   */
  async lost(audio: Float32Array, phrases: readonly string[]): Promise<HeardWord[] | undefined> {
    const { trie } = this.#know(phrases);
    const habit = await this.prepare(phrases);
    const encoded = await this.#cleaned(audio);
    const heard = await searchTrie(this.#reader(encoded), trie, vocabularySize, {
      width,
      worth: (logProbability, id) => logProbability - habitWeight * (habit[id] as number),
    });
    const fit = bestPhrase(phrases, trie, heard, habit);
    if (!fit || !isConvincing(fit, 0)) return undefined;
    const noise = this.#reader(await this.#noiseAlone());
    const free = await forcedReading(this.#reader(encoded), noise, vocabularySize);
    const convincing = isConvincing(fit, free.heard - habitWeight * free.habit);
    return convincing ? wordsOf(phrases, fit) : undefined;
  }

  /**
   * The phrase that fits the sound about as well as the words that were read: "Which one is perky?" is hardly likelier
   * than "Which one is part B?", and who builds with part B says the one and not the other.
   */
  async near(
    encoded: Tensor,
    phrases: readonly string[],
    { words, logProbability }: FreeReading,
  ): Promise<HeardWord[] | undefined> {
    const { trie } = this.#know(phrases);
    const heard = await searchTrie(this.#reader(encoded), trie, vocabularySize, {
      width,
      worth: (probability) => probability,
    });
    const fit = bestPhrase(phrases, trie, heard, new Float64Array(trie.nodes));
    if (!fit) return undefined;
    const read = words.map(({ text }) => text).join(' ');
    const near = isNear(
      { behind: logProbability - fit.above, ahead: fit.ahead },
      read,
      phrases[fit.phrase] as string,
    );
    return near ? wordsOf(phrases, fit) : undefined;
  }

  /** Learns what the decoder makes of the phrases over noise alone, once for each list. */
  prepare(phrases: readonly string[]): Promise<Float64Array> {
    const known = this.#know(phrases);
    if (!known.habit) {
      known.habit = this.#listenToNoise(known.trie);
      known.habit.catch(() => {
        delete known.habit;
      });
    }
    return known.habit;
  }

  async #listenToNoise(trie: PhraseTrie): Promise<Float64Array> {
    const everything = { width: Number.POSITIVE_INFINITY, worth: () => 0 };
    return searchTrie(this.#reader(await this.#noiseAlone()), trie, vocabularySize, everything);
  }

  #know(phrases: readonly string[]): Known {
    const key = phrases.join('\n');
    const known = this.#known.get(key) ?? { trie: phraseTrie(phrases) };
    this.#known.delete(key);
    this.#known.set(key, known);
    const oldest = this.#known.keys().next();
    if (this.#known.size > mostKnown && !oldest.done) this.#known.delete(oldest.value);
    return known;
  }

  #reader(encoded: Tensor): TrieReader {
    return new TrieReader(this.#decoder, this.#cache, encoded);
  }

  #noiseAlone(): Promise<Tensor> {
    this.#noiseEncoded ??= this.#cleaned(habitNoise());
    return this.#noiseEncoded;
  }

  #cleaned(audio: Float32Array): Promise<Tensor> {
    return this.#encode(this.#noise.suppress(audio));
  }
}

const wordsOf = (phrases: readonly string[], { phrase, ahead }: PhraseFit): HeardWord[] => {
  const confidence = 1 / (1 + Math.exp(-ahead));
  return (phrases[phrase] as string).split(' ').map((text) => ({ text, confidence }));
};
