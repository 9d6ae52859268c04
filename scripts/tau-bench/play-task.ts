import type { Reply } from '#protocol';
import { seededRandom } from '../../server/demo/seeded-random.ts';
import type { BenchShop } from '../bench-shop/bench-shop.ts';
import { type FeedChange, followChanges } from '../bench-shop/change-feed.ts';
import { NoReplyError, type Talk } from '../bench-shop/talk.ts';
import { actualOutcome } from './actual-outcome.ts';
import { consented } from './consented.ts';
import type { GoalTask } from './goal-file.ts';
import { differences, expectedOutcome } from './outcome.ts';
import { termsOfReply } from './reply-terms.ts';
import { found, type RetailData, type RetailTask } from './retail-data.ts';
import { termsOfChange } from './shop-changes.ts';
import type { Act } from './shopper/shopper.ts';
import { Shopper } from './shopper/shopper.ts';
import type { Terms } from './shopper/terms.ts';

export interface PlayedTask {
  task: string;
  kind: string;
  held: boolean;
  right: boolean;
  turns: number;
  /** Changes without a yes to those very terms. */
  unconsented: string[];
  transcript: string[];
}

/** Plays tasks in a shop that is loaded, each of another customer. */
export function createTaskPlayer(shop: BenchShop, data: RetailData) {
  const follow = followChanges(shop);

  return async (goals: GoalTask, task: RetailTask, seed: number): Promise<PlayedTask> => {
    const { user, actions } = task;
    const shopper = new Shopper(data, user, goals, seededRandom(seed));
    const transcript: string[] = [];
    const changes: FeedChange[] = [];
    const unconsented: string[] = [];
    let turns = 0;
    let talk: Talk | undefined;
    try {
      talk = await shop.talk(user, 'en');
      let reply: Reply | undefined;
      let act = shopper.open();
      while (act.kind !== 'leave') {
        turns++;
        reply = await perform(talk, act, reply, transcript);
        const made = (await follow(user)).filter(({ kind }) => kind !== 'ticket_opened');
        changes.push(...made);
        const done = made.map((change) => termsOfChange(change, itemsBefore(data, change)));
        unconsented.push(...done.filter((terms) => !consented(terms, agreedIn(act))).map(termsText));
        act = shopper.answer(reply, termsOfReply(reply, data, user), done);
      }
      transcript.push(`  (${act.reason}: ${shopper.progress.join(', ')})`);
    } catch (error) {
      if (!(error instanceof NoReplyError)) throw error;
      transcript.push(`    ✗ ${error.message}`);
    } finally {
      talk?.close();
    }
    const expected = expectedOutcome(data, user, actions);
    const actual = await actualOutcome(shop, user, changes, expectedOutcome(data, user, []).defaultAddress);
    const wrong = [
      ...differences(expected, actual),
      ...unconsented.map((what) => `without consent: ${what}`),
    ];
    return {
      task: goals.task,
      kind: goals.kind,
      held: goals.held ?? false,
      right: wrong.length === 0,
      turns,
      unconsented,
      transcript: [...transcript, ...wrong.map((each) => `    ✗ ${each}`)],
    };
  };
}

const agreedIn = (act: Act): Terms | undefined => (act.kind === 'leave' ? undefined : act.agreed);

const itemsBefore = (data: RetailData, { order }: FeedChange): string[] =>
  order === undefined ? [] : found(data.orders, order).items.map(({ item_id }) => item_id);

const termsText = ({ act, order, items, address }: Terms): string =>
  [act, order, items?.map(({ item, to }) => [item, to].filter(Boolean).join(' for ')).join(', '), address]
    .filter(Boolean)
    .join(' ');

async function perform(
  talk: Talk,
  act: Exclude<Act, { kind: 'leave' }>,
  last: Reply | undefined,
  transcript: string[],
): Promise<Reply> {
  transcript.push(act.kind === 'say' ? `  > ${act.text}` : `  > [${act.choice}]`);
  const reply =
    act.kind === 'press' && last ? await talk.press(last, act.choice) : await talk.say(wordsOf(act));
  const buttons = reply.choices.map(({ label }) => label).join(' | ');
  transcript.push(`  < ${reply.text} {${buttons}} <${reply.card?.kind ?? ''}>`);
  return reply;
}

const wordsOf = (act: Exclude<Act, { kind: 'leave' }>): string =>
  act.kind === 'say' ? act.text : act.choice;
