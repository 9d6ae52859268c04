import { InferenceSession, Tensor } from 'onnxruntime-node';
import type { HeardWord } from '#protocol';
import { isNoisy } from '../../audio/noise-level.ts';
import { type NoiseSuppression, openNoiseSuppression } from '../../audio/noise-suppression.ts';
import { choose, type TokenChoice } from '../choose.ts';
import type { Decoding, Recogniser } from '../contract.ts';
import { beamSearch } from './beam-search.ts';
import { BiasTrie } from './bias-trie.ts';
import { DecoderCache, type Tensors } from './decoder-cache.ts';
import { areClear, areLost, isCertain } from './doubt.ts';
import { Draft } from './draft.ts';
import { type FreeReading, PhraseFinder } from './phrase-finder.ts';
import { isLoop, withoutRunaway } from './runaway.ts';
import { TrieReader } from './step-reader.ts';
import { vocabularySize } from './vocabulary.ts';
import { joinTokens } from './words.ts';

const startToken = 1;
const endToken = 2;
const sampleRate = 16_000;
/** People do not speak faster than this; more is the decoder running away on noise. */
const maxTokensPerSecond = 6.5;
/** Room for the end mark and for short words crowded together. */
const spareTokens = 3;

/** Longer talk is no command, with the lead and tail that are kept of it. */
const longestCommand = 4 * sampleRate;
/** Longer speech is read as it comes: the search would take too long. */
const longestSearched = 12 * sampleRate;
/** What a token of likely words is worth, in nats. */
const likelyWorth = 2;
/** Lists of likely words that are kept: there is one for each shopper who talks. */
const mostBiases = 64;
const singleThread: InferenceSession.SessionOptions = {
  intraOpNumThreads: 1,
  interOpNumThreads: 1,
  executionMode: 'sequential',
  graphOptimizationLevel: 'all',
  // Every utterance has another length: a plan of memory for the last shape only costs time.
  enableMemPattern: false,
};

/**
 * Moonshine (Jeffries et al. 2024, arXiv:2410.15608) on ONNX Runtime, greedy, one thread.
 *
 * A draft is checked in one pass: the decoder reads all its tokens at once, the longest prefix that it would have
 * chosen itself is kept, and decoding goes on from there, with what is left of the draft proposed again. This is
 * speculative decoding (Leviathan et al. 2023, arXiv:2211.17192) with the previous partial as the draft. The outcome is the plain loop's, but for near-ties: int8
 * activations are quantised a call, so that one pass over n tokens and n passes can round differently.
 */
export class Moonshine implements Recogniser {
  readonly #encoder: InferenceSession;
  readonly #decoder: InferenceSession;
  readonly #cache: DecoderCache;
  readonly #finder: PhraseFinder;
  /** By their words, the last used last. */
  readonly #biases = new Map<string, BiasTrie>();

  private constructor(encoder: InferenceSession, decoder: InferenceSession, noise: NoiseSuppression) {
    this.#encoder = encoder;
    this.#decoder = decoder;
    this.#cache = new DecoderCache(decoder);
    this.#finder = new PhraseFinder(decoder, this.#cache, noise, (audio) => this.#encode(audio));
  }

  static async load(files: { encoder: string; decoder: string }): Promise<Moonshine> {
    const [encoder, decoder, noise] = await Promise.all([
      InferenceSession.create(files.encoder, singleThread),
      InferenceSession.create(files.decoder, singleThread),
      openNoiseSuppression(),
    ]);
    return new Moonshine(encoder, decoder, noise);
  }

  async decode(
    audio: Float32Array,
    draft: readonly number[],
    likely: readonly string[] = [],
    likelyWords: readonly string[] = [],
  ): Promise<Decoding> {
    const begun = performance.now();
    const encoded = await this.#encode(audio);
    const limit = Math.ceil((audio.length / sampleRate) * maxTokensPerSecond) + spareTokens;
    const choices = await this.#generate(encoded, new Draft(draft), limit);
    const ended = choices.at(-1)?.token === endToken;
    const written = ended ? choices.slice(0, -1) : choices;
    const tokens = written.map((choice) => choice.token);
    const read = joinTokens(
      tokens,
      written.map((choice) => choice.confidence),
    );
    const greedy = ended ? read : withoutRunaway(read);
    const searched =
      likelyWords.length > 0 && audio.length <= longestSearched && !isCertain(greedy)
        ? await this.#search(encoded, likelyWords, limit)
        : undefined;
    const best = searched ?? greedy;
    const words = isLoop(best) ? [] : best;
    const logProbability = choices.reduce((sum, { confidence }) => sum + Math.log(confidence), 0);
    const may = likely.length > 0 && audio.length <= longestCommand;
    const found = may ? await this.#find(audio, encoded, likely, { words, logProbability }) : {};
    return { words, tokens, ...found, decodeMs: performance.now() - begun };
  }

  async prepare(likely: readonly string[]): Promise<void> {
    await this.#finder.prepare(likely);
  }

  async close(): Promise<void> {
    await Promise.all([this.#encoder.release(), this.#decoder.release()]);
  }

  /** The likeliest transcript when likely words count more; undefined where none came to its end. */
  async #search(encoded: Tensor, words: readonly string[], limit: number): Promise<HeardWord[] | undefined> {
    const reader = new TrieReader(this.#decoder, this.#cache, encoded);
    const [best] = await beamSearch(reader, this.#biasOf(words), { size: vocabularySize, most: limit });
    return (
      best &&
      joinTokens(
        best.choices.map(({ token }) => token),
        best.choices.map(({ confidence }) => confidence),
      )
    );
  }

  #biasOf(words: readonly string[]): BiasTrie {
    const key = words.join('\n');
    const trie = this.#biases.get(key) ?? new BiasTrie(words, likelyWorth);
    this.#biases.delete(key);
    this.#biases.set(key, trie);
    const oldest = this.#biases.keys().next();
    if (this.#biases.size > mostBiases && !oldest.done) this.#biases.delete(oldest.value);
    return trie;
  }

  /** What rises above noise, where there is noise; else what fits the sound as well as the words that were read. */
  async #find(
    audio: Float32Array,
    encoded: Tensor,
    likely: readonly string[],
    reading: FreeReading,
  ): Promise<Pick<Decoding, 'phrase' | 'overNoise'>> {
    const lost = areLost(reading.words) && isNoisy(audio);
    const risen = lost ? await this.#finder.lost(audio, likely) : undefined;
    if (risen) return { phrase: risen, overNoise: true };
    const near = areClear(reading.words, likely)
      ? undefined
      : await this.#finder.near(encoded, likely, reading);
    return near ? { phrase: near } : {};
  }

  async #encode(audio: Float32Array): Promise<Tensor> {
    const input = new Tensor('float32', audio, [1, audio.length]);
    return (await this.#encoder.run({ input_values: input })).last_hidden_state as Tensor;
  }

  /** Chosen tokens, the end last where it was come to. */
  async #generate(encoded: Tensor, draft: Draft, limit: number): Promise<TokenChoice[]> {
    const choices: TokenChoice[] = [];
    let cache: Tensors | undefined;
    let last = startToken;
    while (last !== endToken && choices.length < limit) {
      const proposal = draft.proposal(limit - choices.length - 1);
      const outputs = await this.#pass(encoded, [last, ...proposal], cache);
      const logits = (outputs.logits as Tensor).data as Float32Array;
      for (let position = 0; position <= proposal.length; position++) {
        const choice = choose(logits, position, vocabularySize);
        choices.push(choice);
        last = choice.token;
        draft.follow(last);
        if (last !== proposal[position]) break;
      }
      // Read so far: the start token and all choices but the last.
      cache = this.#cache.after(cache, outputs, choices.length);
    }
    return choices;
  }

  /** Reads tokens on from what is cached; the output holds a choice for each of them. */
  async #pass(encoded: Tensor, tokens: readonly number[], cache: Tensors | undefined): Promise<Tensors> {
    const outputs = await this.#decoder.run(
      {
        input_ids: new Tensor('int64', BigInt64Array.from(tokens, BigInt), [1, tokens.length]),
        encoder_hidden_states: encoded,
        use_cache_branch: new Tensor('bool', [cache !== undefined], [1]),
        ...(cache ?? this.#cache.empty),
      },
      this.#cache.outputs(cache),
    );
    return outputs as Tensors;
  }
}
