import { type InferenceSession, Tensor } from 'onnxruntime-node';

export type Tensors = Record<string, Tensor>;

/** The decoder's attention keys and values: of the tokens so far, and of the encoded audio (fixed in an utterance). */
export class DecoderCache {
  readonly #decoderNames: string[];
  readonly #encoderNames: string[];
  readonly #empty: Tensors;

  constructor(session: InferenceSession) {
    const inputs = session.inputMetadata.filter((input) => input.name.startsWith('past_key_values.'));
    this.#decoderNames = inputs.map((input) => input.name).filter((name) => name.includes('.decoder.'));
    this.#encoderNames = inputs.map((input) => input.name).filter((name) => name.includes('.encoder.'));
    this.#empty = Object.fromEntries(
      inputs.map((input) => {
        const shape = input.isTensor ? input.shape : [];
        const [heads, size] = [Number(shape[1]), Number(shape[3])];
        return [input.name, new Tensor('float32', new Float32Array(0), [0, heads, 1, size])];
      }),
    );
  }

  /** What a first pass takes: nothing is cached yet. */
  get empty(): Tensors {
    return this.#empty;
  }

  /** The outputs to ask for: after the first pass those of the audio stay as they are, and copying them is spared. */
  outputs(cache: Tensors | undefined): string[] {
    const changing = ['logits', ...this.#decoderNames.map(present)];
    return cache ? changing : [...changing, ...this.#encoderNames.map(present)];
  }

  /** The cache after a pass, cut to the first `length` tokens: those after them were proposed and did not hold. */
  after(cache: Tensors | undefined, outputs: Tensors, length: number): Tensors {
    const next = this.whole(cache, outputs);
    for (const name of this.#decoderNames) next[name] = trim(next[name] as Tensor, length);
    return next;
  }

  /** The cache after a pass whose tokens all hold. */
  whole(cache: Tensors | undefined, outputs: Tensors): Tensors {
    const next: Tensors = {};
    for (const name of this.#encoderNames) next[name] = (cache?.[name] ?? outputs[present(name)]) as Tensor;
    for (const name of this.#decoderNames) next[name] = outputs[present(name)] as Tensor;
    return next;
  }

  /** A batch that goes on from these rows of the last, one or several times each. */
  rows(cache: Tensors, rows: readonly number[]): Tensors {
    const next = { ...cache };
    for (const name of this.#decoderNames) next[name] = pick(cache[name] as Tensor, rows);
    return next;
  }
}

const present = (name: string): string => name.replace('past_key_values', 'present');

function pick(tensor: Tensor, rows: readonly number[]): Tensor {
  const [, ...inner] = tensor.dims as [number, number, number, number];
  const size = inner.reduce((product, dim) => product * dim, 1);
  const from = tensor.data as Float32Array;
  const picked = new Float32Array(rows.length * size);
  for (const [at, row] of rows.entries()) picked.set(from.subarray(row * size, (row + 1) * size), at * size);
  return new Tensor('float32', picked, [rows.length, ...inner]);
}

function trim(tensor: Tensor, length: number): Tensor {
  const [batch, heads, tokens, size] = tensor.dims as [number, number, number, number];
  if (length === tokens) return tensor;
  const from = tensor.data as Float32Array;
  const kept = new Float32Array(heads * length * size);
  for (let head = 0; head < heads; head++) {
    const start = head * tokens * size;
    kept.set(from.subarray(start, start + length * size), head * length * size);
  }
  return new Tensor('float32', kept, [batch, heads, length, size]);
}
