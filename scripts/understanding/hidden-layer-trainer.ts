import { seededRandom } from '../../server/demo/seeded-random.ts';
import type { Features } from '../../server/dialogue/understanding/features.ts';
import { shuffle } from './random.ts';

/** `classes = softmax(bias + tanh(sum of weight * row) * mixing)`; one row of `width` numbers a bucket. */
export interface HiddenLayerModel {
  buckets: number;
  width: number;
  classes: number;
  rows: Float32Array;
  /** [width, classes] */
  mixing: Float32Array;
  bias: Float32Array;
}

export interface ClassExample {
  features: Features;
  at: number;
  /** Up to 1: the share of the epochs in which it is seen. */
  weight: number;
}

interface HiddenLayerOptions {
  /** A power of two: ids are cut to it. */
  buckets: number;
  width: number;
  classes: number;
  epochs: number;
  rate: number;
  /** Share of an example's features left out at random each time it is seen: no single n-gram decides. */
  dropout: number;
  smoothing: number;
  seed: number;
}

interface Pass {
  hidden: Float32Array;
  probabilities: Float32Array;
}

export function forward(model: HiddenLayerModel, { ids, weights }: Features): Pass {
  const { buckets, width, classes, rows, mixing, bias } = model;
  const hidden = new Float32Array(width);
  for (let i = 0; i < ids.length; i++) {
    const from = ((ids[i] as number) & (buckets - 1)) * width;
    const weight = weights[i] as number;
    for (let k = 0; k < width; k++) hidden[k] = (hidden[k] as number) + weight * (rows[from + k] as number);
  }
  const sums = Float32Array.from(bias);
  for (let k = 0; k < width; k++) {
    const raised = Math.tanh(hidden[k] as number);
    hidden[k] = raised;
    for (let c = 0; c < classes; c++)
      sums[c] = (sums[c] as number) + raised * (mixing[k * classes + c] as number);
  }
  const highest = Math.max(...sums);
  let total = 0;
  for (let c = 0; c < classes; c++) {
    const raised = Math.exp((sums[c] as number) - highest);
    sums[c] = raised;
    total += raised;
  }
  return { hidden, probabilities: sums.map((sum) => sum / total) };
}

/** One hidden layer over hashed n-grams by AdaGrad, one example a step. Same input, same model. */
export function trainHiddenLayer(examples: ClassExample[], options: HiddenLayerOptions): HiddenLayerModel {
  const { buckets, width, classes } = options;
  const random = seededRandom(options.seed);
  const around = (size: number) => (random() + random() + random() - 1.5) * size;
  const model: HiddenLayerModel = {
    buckets,
    width,
    classes,
    rows: Float32Array.from({ length: buckets * width }, () => around(0.5)),
    mixing: Float32Array.from({ length: width * classes }, () => around(0.2)),
    bias: new Float32Array(classes),
  };
  const squares = {
    rows: new Float32Array(buckets * width).fill(0.01),
    mixing: new Float32Array(width * classes).fill(0.01),
    bias: new Float32Array(classes).fill(1),
  };
  const order = Int32Array.from(examples.keys());
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    shuffle(order, random);
    const rate = options.rate * (1 - epoch / options.epochs);
    for (const index of order) {
      const example = examples[index] as ClassExample;
      if (random() < example.weight)
        step(model, squares, { ...example, features: thinned(example.features) }, rate);
    }
  }
  clearUntrained(model, examples);
  return model;

  function thinned({ ids, weights }: Features): Features {
    const kept = [...ids.keys()].filter(() => random() >= options.dropout);
    return {
      ids: Int32Array.from(kept, (i) => ids[i] as number),
      weights: Float32Array.from(kept, (i) => (weights[i] as number) / (1 - options.dropout)),
    };
  }

  function step(
    { rows, mixing, bias }: HiddenLayerModel,
    sums: typeof squares,
    { features, at }: ClassExample,
    rate: number,
  ): void {
    const { hidden, probabilities: slopes } = forward(model, features);
    for (let c = 0; c < classes; c++)
      slopes[c] =
        (slopes[c] as number) - options.smoothing / classes - (c === at ? 1 - options.smoothing : 0);
    const back = new Float32Array(width);
    for (let k = 0; k < width; k++) {
      const raised = hidden[k] as number;
      let slope = 0;
      for (let c = 0; c < classes; c++) {
        const cell = k * classes + c;
        slope += (slopes[c] as number) * (mixing[cell] as number);
        descend(mixing, sums.mixing, cell, (slopes[c] as number) * raised, rate);
      }
      back[k] = slope * (1 - raised * raised);
    }
    for (let c = 0; c < classes; c++) descend(bias, sums.bias, c, slopes[c] as number, rate / 10);
    const { ids, weights } = features;
    for (let i = 0; i < ids.length; i++) {
      const from = ((ids[i] as number) & (buckets - 1)) * width;
      for (let k = 0; k < width; k++)
        descend(rows, sums.rows, from + k, (back[k] as number) * (weights[i] as number), rate);
    }
  }
}

/** AdaGrad's step (Duchi, Hazan and Singer, 2011). */
function descend(
  numbers: Float32Array,
  squares: Float32Array,
  at: number,
  slope: number,
  rate: number,
): void {
  const square = (squares[at] as number) + slope * slope;
  squares[at] = square;
  numbers[at] = (numbers[at] as number) - (rate * slope) / Math.sqrt(square);
}

/** Rows that no example touched still hold the numbers they began with: noise for words never seen. */
function clearUntrained({ rows, width, buckets }: HiddenLayerModel, examples: ClassExample[]): void {
  const touched = new Set<number>();
  for (const { features } of examples) for (const id of features.ids) touched.add(id & (buckets - 1));
  for (let bucket = 0; bucket < buckets; bucket++)
    if (!touched.has(bucket)) rows.fill(0, bucket * width, (bucket + 1) * width);
}
