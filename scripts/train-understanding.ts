import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import type { ModelSheet } from '../server/dialogue/understanding/classifier.ts';
import { buckets, featureVersion } from '../server/dialogue/understanding/features.ts';
import { fromRoot } from '../server/paths.ts';
import { exportHiddenLayer, exportModel } from './understanding/export-model.ts';
import { tasks } from './understanding/label-map.ts';
import { BadFileError } from './understanding/labelled-file.ts';
import { type Recipe, recipes, trainBy } from './understanding/recipe.ts';
import { report } from './understanding/report.ts';
import { trainShopper } from './understanding/shopper-recipe.ts';
import { MissingDataError, readTraining, usualFolder } from './understanding/training-data.ts';
import { UnknownLabelError } from './understanding/utterance.ts';

/** Trains every model on everything and writes them; with `--report`, measures the splits instead and writes nothing. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      data: { type: 'string', default: process.env.HEXKEY_NLU_DATA ?? usualFolder },
      report: { type: 'boolean', default: false },
    },
  });
  for (const recipe of Object.values(recipes)) {
    if (values.report) report(recipe, values.data);
    else await train(recipe, values.data);
  }
  if (!values.report) await trainSecondReader(values.data);
}

async function train(recipe: Recipe, folder: string): Promise<void> {
  const from = performance.now();
  const { task, style, outline, parts } = recipe;
  const utterances = readTraining(task, folder);
  const model = trainBy(recipe, utterances);
  const bytes = exportModel(`hexkey_${task}`, describe(task), model);
  await write(task, bytes, { buckets, labels: [...tasks[task]], style, outline, parts });
  console.log(`${task}: ${utterances.length} utterances, ${spent(from)}, ${megabytes(bytes)}`);
}

async function trainSecondReader(folder: string): Promise<void> {
  const from = performance.now();
  const model = trainShopper(readTraining('intent', folder));
  const bytes = exportHiddenLayer('hexkey_shopper', describe('shopper'), model);
  await write('shopper', bytes, {
    buckets: model.buckets,
    labels: model.labels,
    style: false,
    outline: false,
    parts: false,
  });
  console.log(`shopper: ${spent(from)}, ${megabytes(bytes)}`);
}

const describe = (name: string) => `Hexkey's ${name} model; see README.md beside it.`;
const spent = (from: number) => `${((performance.now() - from) / 1000).toFixed(1)} s`;
const megabytes = ({ length }: Uint8Array) => `${(length / 2 ** 20).toFixed(1)} MB`;

/** A model and, beside it, what it was trained for. */
async function write(name: string, bytes: Uint8Array, sheet: Omit<ModelSheet, 'features'>): Promise<void> {
  const path = fromRoot('models', 'understanding', name);
  await writeFile(`${path}.onnx`, bytes);
  await writeFile(`${path}.json`, `${JSON.stringify({ features: featureVersion, ...sheet }, null, 2)}\n`);
}

main().catch((error: unknown) => {
  const expected = [BadFileError, MissingDataError, UnknownLabelError].some((kind) => error instanceof kind);
  console.error(expected ? (error as Error).message : error);
  process.exitCode = 1;
});
