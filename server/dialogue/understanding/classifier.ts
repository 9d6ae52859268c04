import { readFile } from 'node:fs/promises';
import { InferenceSession, Tensor } from 'onnxruntime-node';
import Type, { type Static } from 'typebox';
import Value from 'typebox/value';
import { HexkeyError } from '../../errors.ts';
import { buckets, featuresOf, featureVersion } from './features.ts';

/** What lies beside an .onnx file: which features it was trained on and what its outputs are called. */
export const ModelSheet = Type.Object({
  features: Type.Integer(),
  buckets: Type.Integer(),
  labels: Type.Array(Type.String()),
  /** Whether marks such as "!!!" and capitals are read. */
  style: Type.Boolean(),
  /** Whether sentences are read once more with all but grammar's words struck out. */
  outline: Type.Boolean(),
  /** Whether they are read once more as parts of speech. */
  parts: Type.Boolean(),
});

export type ModelSheet = Static<typeof ModelSheet>;

export interface Classifier {
  labels: readonly string[];
  /** `probabilities` in the order of the labels, summing to 1; `scale` 0-1 where the model has one, else 0. */
  classify(text: string): Promise<{ probabilities: Float32Array; scale: number }>;
}

/**
 * Loads `<path>.onnx` and `<path>.json`. Throws `internal` where the model does not fit this version's features or
 * `labels` (any, where left out): a model is trained for both.
 */
export async function loadClassifier(path: string, labels?: readonly string[]): Promise<Classifier> {
  const sheet = Value.Parse(ModelSheet, JSON.parse(await readFile(`${path}.json`, 'utf8')));
  const fits =
    sheet.features === featureVersion &&
    buckets % sheet.buckets === 0 &&
    sheet.labels.join() === (labels ?? sheet.labels).join();
  if (!fits)
    throw new HexkeyError(
      'internal',
      `The model ${path}.onnx was trained for other features or labels: run npm run train:understanding.`,
    );
  const session = await InferenceSession.create(`${path}.onnx`, {
    intraOpNumThreads: 1,
    interOpNumThreads: 1,
    logSeverityLevel: 3,
  });
  return {
    labels: sheet.labels,
    async classify(text) {
      const { ids: all, weights } = featuresOf(text, sheet.style, sheet.outline, sheet.parts);
      const ids = sheet.buckets === buckets ? all : all.map((id) => id % sheet.buckets);
      const result = await session.run({
        ids: new Tensor('int32', ids, [ids.length]),
        weights: new Tensor('float32', weights, [weights.length]),
      });
      const { probabilities, scales } = result;
      if (!(probabilities?.data instanceof Float32Array))
        throw new HexkeyError('internal', `The model ${path}.onnx has no probabilities: train it again.`);
      const scale = scales?.data instanceof Float32Array ? (scales.data[0] ?? 0) : 0;
      return { probabilities: probabilities.data, scale };
    },
  };
}
