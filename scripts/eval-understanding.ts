import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { createUnderstander } from '../server/dialogue/understanding/index.ts';
import { type Task, tasks } from './understanding/label-map.ts';
import { BadFileError } from './understanding/labelled-file.ts';
import { type Figures, figuresOf, percentile, type Scored } from './understanding/metrics.ts';
import { readUtterances, UnknownLabelError, type Utterance } from './understanding/utterance.ts';

const usage = `npm run eval:understanding -- [--task intent|act|mood] [--json] file [...]
  Files hold JSON lines {"text", "label"} or tab-separated label<TAB>text. Rows that also name an "act" or "negated" (0 or 1)
  are scored for these, too.`;

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
  const { scored, times, acts, polarity } = await score(task, utterances);
  const figures = figuresOf(scored);
  const p50Ms = percentile(times, 0.5);
  const p99Ms = percentile(times, 0.99);
  print(figures, leftOut, p50Ms, p99Ms);
  if (acts.length > 0) console.log(`acts          ${shareOf(acts).toFixed(4)} of ${acts.length}`);
  if (polarity.length > 0) console.log(`polarity      ${shareOf(polarity).toFixed(4)} of ${polarity.length}`);
  if (values.json) {
    const { accuracy, macroF1, oosAuroc, rows } = figures;
    const further = {
      ...(acts.length > 0 && { acts: shareOf(acts) }),
      ...(polarity.length > 0 && { polarity: shareOf(polarity) }),
    };
    console.log(
      JSON.stringify({ task, accuracy, macroF1, oosAuroc, p50Ms, p99Ms, rows, leftOut, ...further }),
    );
  }
}

const shareOf = (answers: boolean[]) => answers.filter(Boolean).length / answers.length;

const isTask = (name: string): name is Task => name in tasks;

/** Understood before the clock counts: the first run a hundred times slower than the rest. */
const warmUps = 200;

interface Score {
  scored: Scored[];
  /** In ms, sorted. */
  times: number[];
  /** Whether each row's act, where it names one, was read. */
  acts: boolean[];
  /** The same of its polarity. */
  polarity: boolean[];
}

async function score(task: Task, utterances: Utterance[]): Promise<Score> {
  const understander = await createUnderstander();
  for (let n = 0; n < warmUps; n++)
    await understander.understand(utterances[n % utterances.length]?.text ?? '');
  const scored: Scored[] = [];
  const times: number[] = [];
  const acts: boolean[] = [];
  const polarity: boolean[] = [];
  for (const { text, accepted, act: wantedAct, negated: wantedPolarity } of utterances) {
    const from = performance.now();
    const { intent, act, negated, mood, ranking } = await understander.understand(text);
    times.push(performance.now() - from);
    const outOfScope = ranking.find((entry) => entry.intent === 'out_of_scope')?.probability ?? 0;
    if (task === 'mood') scored.push({ accepted, predicted: mood.mood });
    else if (task === 'act') scored.push({ accepted, predicted: act.act });
    else scored.push({ accepted, predicted: intent, outOfScope });
    if (wantedAct !== undefined) acts.push(wantedAct === act.act);
    if (wantedPolarity !== undefined) polarity.push(wantedPolarity >= 0.5 === negated >= 0.5);
  }
  return { scored, times: times.sort((one, other) => one - other), acts, polarity };
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
    `time          ${p50Ms.toFixed(3)} ms p50, ${p99Ms.toFixed(3)} ms p99 an utterance, all models`,
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
