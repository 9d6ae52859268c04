import type { InferenceSession, Tensor } from 'onnxruntime-node';
import type { HeardWord } from '../../../protocol/index.ts';
import type { NoiseSuppression } from '../../audio/noise-suppression.ts';
import type { DecoderCache } from './decoder-cache.ts';
import { habitNoise } from './habit-noise.ts';
import { bestPhrase, habitWeight, isConvincing } from './likely-phrase.ts';
import { type PhraseTrie, phraseTrie } from './phrase-trie.ts';
import { TrieReader } from './trie-reader.ts';
import { searchTrie } from './trie-search.ts';
import { vocabularySize } from './vocabulary.ts';

/** Beginnings read on at once. */
const width = 16;

interface Known {
  phrases: readonly string[];
  trie: PhraseTrie;
  /** Log probability of each node over noise alone. */
  habit: Float64Array;
}

/**
 * Looks for likely phrases where the free decode gave up: over loud noise the decoder ends at once, and yet what it
 * makes of given words still tells them apart. Every phrase is scored by its log probability over the audio less what
 * it has over noise alone (pointwise mutual information, as in decoding against a language model's own prior).
 */
export class PhraseFinder {
  readonly #decoder: InferenceSession;
  readonly #cache: DecoderCache;
  readonly #noise: NoiseSuppression;
  readonly #encode: (audio: Float32Array) => Promise<Tensor>;
  #known: Known | undefined;

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

  /** The words of the phrase that convinces, each as sure as the whole. */
  async find(audio: Float32Array, phrases: readonly string[]): Promise<HeardWord[] | undefined> {
    const { trie, habit } = await this.#know(phrases);
    const heard = await searchTrie(await this.#reader(audio), trie, vocabularySize, {
      width,
      worth: (logProbability, id) => logProbability - habitWeight * (habit[id] as number),
    });
    const fit = bestPhrase(phrases, trie, heard, habit);
    if (!fit || !isConvincing(fit)) return undefined;
    const confidence = 1 / (1 + Math.exp(-fit.ahead));
    return (phrases[fit.phrase] as string).split(' ').map((text) => ({ text, confidence }));
  }

  async #know(phrases: readonly string[]): Promise<Known> {
    const known = this.#known;
    if (known?.phrases.length === phrases.length && phrases.every((each, at) => each === known.phrases[at]))
      return known;
    const trie = phraseTrie(phrases);
    const reader = await this.#reader(habitNoise());
    const everything = { width: Number.POSITIVE_INFINITY, worth: () => 0 };
    const habit = await searchTrie(reader, trie, vocabularySize, everything);
    this.#known = { phrases, trie, habit };
    return this.#known;
  }

  async #reader(audio: Float32Array): Promise<TrieReader> {
    const encoded = await this.#encode(this.#noise.suppress(audio));
    return new TrieReader(this.#decoder, this.#cache, encoded);
  }
}
