import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { fromRoot } from '../server/paths.ts';
import { openBenchShop } from './bench-shop/bench-shop.ts';
import { percent, sharesOf, shareTable } from './dialogue-bench/report.ts';
import { median } from './speech-bench/figures.ts';
import { type GoalTask, readGoals } from './tau-bench/goal-file.ts';
import { loadShop } from './tau-bench/load-shop.ts';
import { createTaskPlayer, type PlayedTask } from './tau-bench/play-task.ts';
import { type RetailTask, readRetailData, readTasks } from './tau-bench/retail-data.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'boolean', default: false },
    goals: { type: 'string', multiple: true },
    shop: { type: 'string' },
    only: { type: 'string' },
    kind: { type: 'string' },
    seed: { type: 'string', default: '1' },
    transcripts: { type: 'boolean', default: false },
    'show-held': { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});
if (values.help || positionals.length === 0) {
  if (!values.help) console.log('No tasks are named, so none is played.');
  console.log(`npm run bench:tau -- [--json] [--goals FILE]... [--shop FOLDER] [--only TASK,TASK] [--kind KIND,KIND] [--seed 1] [--transcripts] [--show-held] TASKS.jsonl...
Loads τ-bench's retail shop (users.json, orders.json, products.json beside the first file, or in FOLDER), plays each task that
has goals with a scripted shopper, and compares what stands in the shop afterwards with the task's actions.
Goals: those in scripts/tau-bench/goals, or in the files named; scripts/tau-bench/README.md has the format.
Prints what was said in tasks that went wrong (with --transcripts in all), of kinds held back the names alone unless --show-held.`);
  process.exit(0);
}

const own = fromRoot('scripts', 'tau-bench', 'goals');
const goalFiles =
  values.goals ??
  readdirSync(own)
    .sort()
    .map((name) => join(own, name));
const data = readRetailData(values.shop ?? dirname(positionals[0] ?? ''));
const tasks = new Map(positionals.flatMap((path) => [...readTasks(path)]));
const listed = (text: string | undefined) => text?.split(',');
const only = listed(values.only);
const kinds = listed(values.kind);

/** The task that goals are for; they may bring a customer and actions of their own. */
function taskOf({ task, user, actions }: GoalTask): RetailTask | undefined {
  const known = tasks.get(task);
  const whose = user ?? known?.user;
  const what = actions ?? known?.actions;
  return whose !== undefined && what !== undefined ? { user: whose, actions: what } : undefined;
}

const waiting = goalFiles
  .flatMap(readGoals)
  .filter(({ task, kind }) => (!only || only.includes(task)) && (!kinds || kinds.includes(kind)))
  .flatMap((goals, index) => {
    const task = taskOf(goals);
    return task ? [{ goals, task, seed: Number(values.seed) * 10_000 + index }] : [];
  });

const played: PlayedTask[] = [];
while (waiting.length > 0) {
  const shop = await openBenchShop({ demo: false });
  try {
    await loadShop(shop, data);
    const play = createTaskPlayer(shop, data);
    // A customer comes once to a shop: what they did there would stand in the way of their next task.
    const there = new Set<string>();
    for (const next of [...waiting]) {
      if (there.has(next.task.user)) continue;
      there.add(next.task.user);
      waiting.splice(waiting.indexOf(next), 1);
      const one = await play(next.goals, next.task, next.seed);
      played.push(one);
      if (!values.json) tell(one);
    }
  } finally {
    await shop.close();
  }
}

function tell({ task, kind, right, held, transcript }: PlayedTask): void {
  if (right && !values.transcripts) return;
  const hidden = held && !values['show-held'];
  console.log(
    `${task} (${kind}) ${right ? 'went right' : 'falls short'}${hidden ? '' : `\n${transcript.join('\n')}`}`,
  );
}

const right = played.filter((one) => one.right).length;
const unconsented = played.flatMap((one) => one.unconsented);
const turns = median(played.map((one) => one.turns));
const held = sharesOf(played.filter((one) => one.held));
const open = sharesOf(played.filter((one) => !one.held));
if (values.json)
  console.log(
    JSON.stringify({
      tasks: played.length,
      right,
      share: right / played.length,
      kinds: open,
      held,
      unconsented: unconsented.length,
      medianTurns: turns,
      failed: played.filter((one) => !one.right).map(({ task }) => task),
    }),
  );
else {
  console.log(`\nnot held back\n${shareTable(open)}`);
  if (held.length > 0) console.log(`held back\n${shareTable(held)}`);
  console.log(
    `${right} of ${played.length} tasks right (${percent(right, played.length)}), ${unconsented.length} changes without consent, ${turns} turns in the median`,
  );
}
process.exit(unconsented.length > 0 ? 1 : 0);
