import type { Features } from '../../server/dialogue/understanding/features.ts';

/**
 * One row of numbers a bucket, one column an output: `outputs = bias + sum of weight * row`. The first `classes` columns
 * share a softmax; those after it are numbers of their own from 0 to 1 (a sigmoid each).
 */
export interface LinearModel {
  rows: Float32Array;
  bias: Float32Array;
  classes: number;
}

export function probabilitiesOf(model: LinearModel, features: Features): Float32Array {
  const sums = sumsOf(model, features);
  squash(sums, model.classes);
  return sums;
}

export function sumsOf({ rows, bias }: LinearModel, features: Features): Float32Array {
  const columns = bias.length;
  const sums = Float32Array.from(bias);
  for (let i = 0; i < features.ids.length; i++) {
    const from = (features.ids[i] as number) * columns;
    const weight = features.weights[i] as number;
    for (let k = 0; k < columns; k++) sums[k] = (sums[k] as number) + weight * (rows[from + k] as number);
  }
  return sums;
}

/** Softmax over the first `classes`, sigmoid over the rest; in place. */
export function squash(sums: Float32Array, classes: number): void {
  let highest = Number.NEGATIVE_INFINITY;
  for (let k = 0; k < classes; k++) highest = Math.max(highest, sums[k] as number);
  let total = 0;
  for (let k = 0; k < classes; k++) {
    const raised = Math.exp((sums[k] as number) - highest);
    sums[k] = raised;
    total += raised;
  }
  for (let k = 0; k < classes; k++) sums[k] = (sums[k] as number) / total;
  for (let k = classes; k < sums.length; k++) sums[k] = 1 / (1 + Math.exp(-(sums[k] as number)));
}
