import { seededRandom } from '../../server/demo/seeded-random.ts';
import type { Features } from '../../server/dialogue/understanding/features.ts';
import { type LinearModel, squash, sumsOf } from './linear-model.ts';
import { shuffle } from './random.ts';

export interface Example {
  features: Features;
  /** Wanted outputs: probabilities that sum to 1, then numbers from 0 to 1; NaN where nothing is known. */
  target: Float32Array;
  /** How much this example counts; 1 is usual. One of less than 1 is seen in that share of the epochs. */
  weight: number;
}

export interface TrainingOptions {
  /** Rows of the table that the examples' ids point into. */
  buckets: number;
  /** Columns that share a softmax. */
  classes: number;
  /** Further columns, one sigmoid each. */
  scales: number;
  epochs: number;
  /** AdaGrad's step in the first epoch; it falls to zero in a straight line. */
  rate: number;
  /** Pull of every touched number towards zero (L2). */
  decay: number;
  seed: number;
}

/** Logistic regression by AdaGrad (Duchi, Hazan and Singer, 2011), one example a step. Same input, same model. */
export function trainLinear(examples: Example[], options: TrainingOptions): LinearModel {
  const columns = options.classes + options.scales;
  const { buckets } = options;
  const model: LinearModel = {
    rows: new Float32Array(buckets * columns),
    bias: new Float32Array(columns),
    classes: options.classes,
  };
  const squares = {
    rows: new Float32Array(buckets * columns).fill(0.01),
    bias: new Float32Array(columns).fill(1),
  };
  const random = seededRandom(options.seed);
  const order = Int32Array.from(examples.keys());
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    shuffle(order, random);
    const rate = options.rate * (1 - epoch / options.epochs);
    for (const index of order) {
      const example = examples[index] as Example;
      if (example.weight >= 1 || random() < example.weight)
        step(model, squares, example, Math.max(1, example.weight), rate, options.decay);
    }
  }
  return model;
}

/** The bias learns a tenth as fast: how common a class is among the examples says little about shoppers. */
const biasRate = 0.1;

/** A column whose output is this near to what is wanted is left alone: most are, and most of the time goes there. */
const nearEnough = 1.5e-3;

function step(
  model: LinearModel,
  squares: { rows: Float32Array; bias: Float32Array },
  example: Example,
  emphasis: number,
  rate: number,
  decay: number,
): void {
  const { rows, bias } = model;
  const columns = bias.length;
  const { ids, weights } = example.features;
  const slopes = sumsOf(model, example.features);
  squash(slopes, model.classes);
  const off: number[] = [];
  for (let k = 0; k < columns; k++) {
    const distance = (slopes[k] as number) - (example.target[k] as number);
    if (!(Math.abs(distance) > nearEnough)) continue;
    const slope = distance * emphasis;
    off.push(k);
    slopes[k] = slope;
    squares.bias[k] = (squares.bias[k] as number) + slope * slope;
    bias[k] = (bias[k] as number) - (biasRate * rate * slope) / Math.sqrt(squares.bias[k] as number);
  }
  for (let i = 0; i < ids.length; i++) {
    const from = (ids[i] as number) * columns;
    const weight = weights[i] as number;
    for (const k of off) {
      const at = from + k;
      const slope = (slopes[k] as number) * weight + decay * (rows[at] as number);
      const square = (squares.rows[at] as number) + slope * slope;
      squares.rows[at] = square;
      rows[at] = (rows[at] as number) - (rate * slope) / Math.sqrt(square);
    }
  }
}
