import { type InferenceSession, Tensor } from 'onnxruntime-node';
import type { DecoderCache, Tensors } from './decoder-cache.ts';
import type { StepReader } from './trie-search.ts';

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
