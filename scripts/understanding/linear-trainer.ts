import { seededRandom } from '../../server/demo/seeded-random.ts';
import type { Features } from '../../server/dialogue/understanding/features.ts';
import { type LinearModel, squash, sumsOf } from './linear-model.ts';
import { shuffle } from './random.ts';

export interface Example {
  features: Features;
  /** Wanted outputs: probabilities that sum to 1, then numbers from 0 to 1; NaN where nothing is known. */
  target: Float32Array;
  /** How much this example counts; 1 is usual. */
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
    for (const index of order) step(model, squares, examples[index] as Example, rate, options.decay);
  }
  return model;
}

/** The bias learns a tenth as fast: how common a class is among the examples says little about shoppers. */
const biasRate = 0.1;

function step(
  model: LinearModel,
  squares: { rows: Float32Array; bias: Float32Array },
  example: Example,
  rate: number,
  decay: number,
): void {
  const { rows, bias } = model;
  const columns = bias.length;
  const { ids, weights } = example.features;
  const slopes = sumsOf(model, example.features);
  squash(slopes, model.classes);
  for (let k = 0; k < columns; k++) {
    const wanted = example.target[k] as number;
    const slope = Number.isNaN(wanted) ? 0 : ((slopes[k] as number) - wanted) * example.weight;
    slopes[k] = slope;
    squares.bias[k] = (squares.bias[k] as number) + slope * slope;
    bias[k] = (bias[k] as number) - (biasRate * rate * slope) / Math.sqrt(squares.bias[k] as number);
  }
  for (let i = 0; i < ids.length; i++) {
    const from = (ids[i] as number) * columns;
    const weight = weights[i] as number;
    for (let k = 0; k < columns; k++) {
      const at = from + k;
      const slope = (slopes[k] as number) * weight + decay * (rows[at] as number);
      const square = (squares.rows[at] as number) + slope * slope;
      squares.rows[at] = square;
      rows[at] = (rows[at] as number) - (rate * slope) / Math.sqrt(square);
    }
  }
}
