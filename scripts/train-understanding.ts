import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { buckets, featureVersion } from '../server/dialogue/understanding/features.ts';
import { fromRoot } from '../server/paths.ts';
import { exportModel } from './understanding/export-model.ts';
import { tasks } from './understanding/label-map.ts';
import { BadFileError } from './understanding/labelled-file.ts';
import { type Recipe, recipes, trainBy } from './understanding/recipe.ts';
import { report } from './understanding/report.ts';
import { MissingDataError, readTraining, usualFolder } from './understanding/training-data.ts';
import { UnknownLabelError } from './understanding/utterance.ts';

/** Trains both models on everything and writes them; with `--report`, measures the splits instead and writes nothing. */
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
}

async function train(recipe: Recipe, folder: string): Promise<void> {
  const from = performance.now();
  const { task, style } = recipe;
  const utterances = readTraining(task, folder);
  const model = trainBy(recipe, utterances);
  const path = fromRoot('models', 'understanding', task);
  const bytes = exportModel(`hexkey_${task}`, `Hexkey's ${task} model; see README.md beside it.`, model);
  await writeFile(`${path}.onnx`, bytes);
  const sheet = { features: featureVersion, buckets, labels: tasks[task], style };
  await writeFile(`${path}.json`, `${JSON.stringify(sheet, null, 2)}\n`);
  const seconds = ((performance.now() - from) / 1000).toFixed(1);
  console.log(
    `${task}: ${utterances.length} utterances, ${seconds} s, ${(bytes.length / 2 ** 20).toFixed(1)} MB`,
  );
}

main().catch((error: unknown) => {
  const expected = [BadFileError, MissingDataError, UnknownLabelError].some((kind) => error instanceof kind);
  console.error(expected ? (error as Error).message : error);
  process.exitCode = 1;
});
