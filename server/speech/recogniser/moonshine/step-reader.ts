import { type InferenceSession, Tensor } from 'onnxruntime-node';
import type { DecoderCache, Tensors } from './decoder-cache.ts';

/** Reads several beginnings of sentences on at once, over the same audio. */
export interface StepReader {
  /** Reads the start token. Logits, one row. */
  begin(): Promise<Float32Array>;
  /** Reads one token more behind row `parents[i]` of the step before. Logits, a row for each. */
  extend(parents: readonly number[], tokens: readonly number[]): Promise<Float32Array>;
}

/** Reads a batch of beginnings with the decoder. The audio's own keys and values stay one row, shared by all. */
export class TrieReader implements StepReader {
  readonly #decoder: InferenceSession;
  readonly #cache: DecoderCache;
  readonly #encoded: Tensor;
  #past: Tensors | undefined;

  constructor(decoder: InferenceSession, cache: DecoderCache, encoded: Tensor) {
    this.#decoder = decoder;
    this.#cache = cache;
    this.#encoded = encoded;
  }

  begin(): Promise<Float32Array> {
    return this.#read([1], undefined);
  }

  extend(parents: readonly number[], tokens: readonly number[]): Promise<Float32Array> {
    return this.#read(tokens, this.#cache.rows(this.#past as Tensors, parents));
  }

  async #read(tokens: readonly number[], past: Tensors | undefined): Promise<Float32Array> {
    const outputs = (await this.#decoder.run(
      {
        input_ids: new Tensor('int64', BigInt64Array.from(tokens, BigInt), [tokens.length, 1]),
        encoder_hidden_states: this.#encoded,
        use_cache_branch: new Tensor('bool', [past !== undefined], [1]),
        ...(past ?? this.#cache.empty),
      },
      this.#cache.outputs(past),
    )) as Tensors;
    this.#past = this.#cache.whole(past, outputs);
    return (outputs.logits as Tensor).data as Float32Array;
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
