import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { createUnderstander } from '../server/dialogue/understanding/index.ts';
import { type Task, tasks } from './understanding/label-map.ts';
import { BadFileError } from './understanding/labelled-file.ts';
import { type Figures, figuresOf, percentile, type Scored } from './understanding/metrics.ts';
import { readUtterances, UnknownLabelError, type Utterance } from './understanding/utterance.ts';

const usage = `npm run eval:understanding -- [--task intent|mood] [--json] file [...]
  Files hold JSON lines {"text", "label"} or tab-separated label<TAB>text.`;

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { task: { type: 'string', default: 'intent' }, json: { type: 'boolean', default: false } },
  });
  if (!isTask(values.task)) throw new BadFileError(`Unknown task ${values.task}.\n${usage}`);
  if (positionals.length === 0) throw new BadFileError(`Name at least one file.\n${usage}`);
  const missing = positionals.filter((path) => !existsSync(path));
  if (missing.length > 0) throw new BadFileError(`Not found: ${missing.join(', ')}.`);

  const task = values.task;
  const sets = positionals.map((path) => readUtterances(task, path));
  const utterances = sets.flatMap((set) => set.utterances);
  const leftOut = sets.reduce((sum, set) => sum + set.leftOut, 0);
  if (utterances.length === 0) throw new BadFileError('No row has a label that ours answer to.');
  const { scored, times } = await score(task, utterances);
  const figures = figuresOf(scored);
  const p50Ms = percentile(times, 0.5);
  const p99Ms = percentile(times, 0.99);
  print(figures, leftOut, p50Ms, p99Ms);
  if (values.json) {
    const { accuracy, macroF1, oosAuroc, rows } = figures;
    console.log(JSON.stringify({ task, accuracy, macroF1, oosAuroc, p50Ms, p99Ms, rows, leftOut }));
  }
}

const isTask = (name: string): name is Task => name in tasks;

/** Understood before the clock counts: the first run a hundred times slower than the rest. */
const warmUps = 200;

/** Times are in ms, sorted. */
async function score(task: Task, utterances: Utterance[]): Promise<{ scored: Scored[]; times: number[] }> {
  const understander = await createUnderstander();
  for (let n = 0; n < warmUps; n++)
    await understander.understand(utterances[n % utterances.length]?.text ?? '');
  const scored: Scored[] = [];
  const times: number[] = [];
  for (const { text, accepted } of utterances) {
    const from = performance.now();
    const { intent, mood, ranking } = await understander.understand(text);
    times.push(performance.now() - from);
    const outOfScope = ranking.find((entry) => entry.intent === 'out_of_scope')?.probability ?? 0;
    scored.push(
      task === 'mood' ? { accepted, predicted: mood.mood } : { accepted, predicted: intent, outOfScope },
    );
  }
  return { scored, times: times.sort((one, other) => one - other) };
}

function print(figures: Figures, leftOut: number, p50Ms: number, p99Ms: number): void {
  const { rows, accuracy, macroF1, oosAuroc, confusions } = figures;
  console.log(
    `rows          ${rows}${leftOut ? ` (${leftOut} more have a label that none of ours answers to)` : ''}`,
  );
  console.log(`accuracy      ${accuracy.toFixed(4)}`);
  console.log(`macro F1      ${macroF1.toFixed(4)}`);
  if (oosAuroc !== null) console.log(`out-of-scope  ${oosAuroc.toFixed(4)} AUROC`);
  console.log(
    `time          ${p50Ms.toFixed(3)} ms p50, ${p99Ms.toFixed(3)} ms p99 an utterance, intent and mood`,
  );
  if (confusions.length > 0) console.log('confusions');
  for (const { gold, predicted, count } of confusions.slice(0, 15))
    console.log(`${String(count).padStart(6)}  ${gold} taken for ${predicted}`);
}

main().catch((error: unknown) => {
  const expected = error instanceof BadFileError || error instanceof UnknownLabelError;
  console.error(expected ? error.message : error);
  process.exitCode = 1;
});
