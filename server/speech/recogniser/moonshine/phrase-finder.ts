import type { InferenceSession, Tensor } from 'onnxruntime-node';
import type { HeardWord } from '#protocol';
import type { NoiseSuppression } from '../../audio/noise-suppression.ts';
import type { DecoderCache } from './decoder-cache.ts';
import { forcedReading } from './forced-reading.ts';
import { habitNoise } from './habit-noise.ts';
import { bestPhrase, habitWeight, isConvincing, isNear, type PhraseFit } from './likely-phrase.ts';
import { type PhraseTrie, phraseTrie } from './phrase-trie.ts';
import { TrieReader } from './trie-reader.ts';
import { searchTrie } from './trie-search.ts';
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
