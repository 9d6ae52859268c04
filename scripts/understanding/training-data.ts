import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fromRoot } from '../../server/paths.ts';
import { readClauses } from './clauses.ts';
import { expand } from './expand.ts';
import type { Task } from './label-map.ts';
import { fractionOf } from './random.ts';
import { readUtterances, type Utterance } from './utterance.ts';

/** Where the public sets lie unless an argument or `HEXKEY_NLU_DATA` says otherwise: beside the project. */
export const usualFolder = fromRoot('..', 'shared', 'data', 'nlu');

const publicFiles: Record<Task, string[]> = {
  act: [],
  intent: [
    'bitext',
    'abcd_openings',
    'hint3_ecom',
    'hint3_ecom_more',
    'hint3_powerplay_oos',
    'clinc',
    'banking77',
    'dstc11',
  ],
  mood: ['goemotions6'],
};

/** The public sets are not where they were looked for; says where to put them. */
export class MissingDataError extends Error {
  override readonly name = 'MissingDataError';
}

export function readPublic(task: Task, folder: string): Utterance[] {
  const paths = publicFiles[task].map((name) => join(folder, `${name}.jsonl`));
  const missing = paths.filter((path) => !existsSync(path));
  if (missing.length > 0)
    throw new MissingDataError(
      `Training needs the public sets, and these are not there:\n  ${missing.map((path) => resolve(path)).join('\n  ')}\n` +
        'Name their folder: npm run train:understanding -- --data FOLDER (or HEXKEY_NLU_DATA=FOLDER).\n' +
        'models/understanding/README.md says what each set is and where it is published.',
    );
  return paths.flatMap((path) => readUtterances(task, path).utterances);
}

/** Utterances drawn from each pattern. */
const drawn = 12;

/** Our own utterances: `models/understanding/<task>*.jsonl`, patterns drawn from. Their source reads "own" and the file's name. */
export function readOwn(task: Task): Utterance[] {
  const folder = fromRoot('models', 'understanding');
  return readdirSync(folder)
    .filter((name) => name.startsWith(task) && name.endsWith('.jsonl'))
    .sort()
    .flatMap((name) => readUtterances(task, join(folder, name)).utterances)
    .flatMap((utterance) => {
      const own = { ...utterance, source: `own ${utterance.source}` };
      if (!own.source.endsWith('patterns')) return [own];
      return expand(own.text, drawn).map((text) => ({ ...own, text, source: `drawn ${utterance.source}` }));
    });
}

/** Everything a task's model is trained on. */
export function readTraining(task: Task, folder: string): Utterance[] {
  if (task === 'act') return readActs();
  const rest = task === 'mood' ? readNeutral(folder) : readClauses().filter(({ accepted }) => accepted[0]);
  return [...readPublic(task, folder), ...readOwn(task), ...rest];
}

/** Utterances whose act is known. */
function readActs(): Utterance[] {
  return [...readClauses(), ...readOwn('intent')].flatMap((utterance) =>
    utterance.act ? [{ ...utterance, accepted: [utterance.act] }] : [],
  );
}

/** What people say in these is mostly the request itself. */
const plainRequests = new Set([
  'track_order',
  'change_address',
  'cancel_order',
  'return_refund',
  'payment_invoice',
  'delivery_options',
  'place_order',
  'account',
  'subscription',
  'recommend_product',
  'product_info',
  'store_info',
  'assembly_help',
  'next_step',
  'previous_step',
  'repeat_step',
  'goto_step',
  'show_part',
  'greeting',
  'affirm',
  'help',
  'bot_question',
  'out_of_scope',
]);
const charged =
  /bloody|damn|hell|fuck|shit|crap|idiot|stupid|worst|pathetic|useless|terribl|horribl|awful|ridiculous|worr|afraid|anxious|annoy|angry|upset|sad|sorry|love|great|happy|awesome|hate|fed up|please!|!!/i;

/** Plain requests of the intent sets count as neutral: a mood is what is added to one. A sample, so that they do not drown the rest. */
function readNeutral(folder: string): Utterance[] {
  return [...readPublic('intent', folder), ...readOwn('intent')]
    .filter(({ text, accepted, source }) => {
      const share = /^(own|abcd)/.test(source) ? 1 : 0.15;
      return plainRequests.has(accepted[0] ?? '') && !charged.test(text) && fractionOf(text) < share;
    })
    .map((utterance) => ({
      ...utterance,
      accepted: ['neutral'],
      source: `plain ${utterance.source}`,
      intensity: 0,
    }));
}
