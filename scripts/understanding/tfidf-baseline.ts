import type { Features } from '../../server/dialogue/understanding/features.ts';
import { type Task, tasks } from './label-map.ts';
import { type LinearModel, probabilitiesOf } from './linear-model.ts';
import { trainLinear } from './linear-trainer.ts';
import type { Utterance } from './utterance.ts';

/**
 * The yardstick: logistic regression on TF-IDF of words and word pairs (Salton and Buckley, 1988), each utterance as it
 * stands and counted once. It shares nothing with the product's model but the optimiser.
 */
export function trainBaseline(task: Task, utterances: Utterance[]): (text: string) => Float32Array {
  const labels: readonly string[] = tasks[task];
  const vectors = new Vectors(utterances.map(({ text }) => text));
  const examples = utterances.map(({ text, accepted }) => {
    const target = new Float32Array(labels.length);
    target[labels.indexOf(accepted[0] as string)] = 1;
    return { features: vectors.of(text), target, weight: 1 };
  });
  const options = { classes: labels.length, scales: 0, epochs: 8, rate: 0.3, decay: 1e-5, seed: 1 };
  const model: LinearModel = trainLinear(examples, { ...options, buckets: vectors.size });
  return (text) => probabilitiesOf(model, vectors.of(text));
}

/** TF-IDF with smoothed document frequencies, to length 1; what training never saw is left out. */
class Vectors {
  readonly #ids = new Map<string, number>();
  readonly #weights: number[] = [];

  constructor(texts: string[]) {
    const documents = new Map<string, number>();
    for (const text of texts)
      for (const term of new Set(termsOf(text))) documents.set(term, (documents.get(term) ?? 0) + 1);
    for (const [term, count] of documents) {
      this.#ids.set(term, this.#weights.length);
      this.#weights.push(1 + Math.log((1 + texts.length) / (1 + count)));
    }
  }

  get size(): number {
    return this.#weights.length;
  }

  of(text: string): Features {
    const weights = new Map<number, number>();
    for (const term of termsOf(text)) {
      const id = this.#ids.get(term);
      if (id !== undefined) weights.set(id, (weights.get(id) ?? 0) + (this.#weights[id] as number));
    }
    const length = Math.hypot(...weights.values()) || 1;
    return {
      ids: Int32Array.from(weights.keys()),
      weights: Float32Array.from(weights.values(), (weight) => weight / length),
    };
  }
}

/** Lower-case words and pairs of neighbours; a Chinese character is a word. */
function termsOf(text: string): string[] {
  const words = text.toLowerCase().match(/\p{Script=Han}|[\p{L}\p{N}]+/gu) ?? [];
  return [...words, ...words.slice(1).map((word, at) => `${words[at]} ${word}`)];
}
