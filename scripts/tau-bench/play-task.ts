import Type from 'typebox';
import type { Reply } from '#protocol';
import { seededRandom } from '../../server/demo/seeded-random.ts';
import type { BenchShop } from '../bench-shop/bench-shop.ts';
import { FeedAddress, type FeedChange, followChanges } from '../bench-shop/change-feed.ts';
import { NoReplyError, type Talk } from '../bench-shop/talk.ts';
import type { GoalTask } from './goal-file.ts';
import { differences, dropZeros, exchanged, expectedOutcome, returned, type ShopOutcome } from './outcome.ts';
import { termsOfReply } from './reply-terms.ts';
import { found, type RetailData, type RetailTask } from './retail-data.ts';
import { feedAddressText, itemOfLine, moneyOfChanges, termsOfChange } from './shop-changes.ts';
import { type Act, Shopper } from './shopper/shopper.ts';
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

/** Whether a change is the one that was agreed to: what was told of it holds, and nothing else was changed. */
export function consented(change: Terms, agreed: Terms | undefined): boolean {
  if (!agreed || change.act !== agreed.act) return false;
  const same = (one: unknown, other: unknown) => one === undefined || other === undefined || one === other;
  return (
    same(change.order, agreed.order) &&
    same(change.address, agreed.address) &&
    same(change.amount, agreed.amount) &&
    same(change.reason, agreed.reason) &&
    same(itemsText(change), itemsText(agreed)) &&
    methodsAgreed(change, agreed)
  );
}

/** Where another method pays from now on, the one that paid until then gets its money back. */
function methodsAgreed({ act, methods = [] }: Terms, { methods: told }: Terms): boolean {
  if (told === undefined) return true;
  return act === 'modify_payment'
    ? told.every((method) => methods.includes(method))
    : methods.every((method) => told.includes(method));
}

const itemsText = ({ items }: Terms): string | undefined =>
  items
    ?.map(({ item, to }) => (to === undefined ? item : `${item} ${to}`))
    .sort()
    .join();

const Brief = Type.Array(Type.Object({ number: Type.String() }));
const View = Type.Object({
  state: Type.String(),
  address: FeedAddress,
  lines: Type.Array(
    Type.Object({
      id: Type.Optional(Type.String()),
      sku: Type.Optional(Type.String()),
      quantity: Type.Integer(),
      state: Type.Optional(Type.String()),
      replacement: Type.Optional(Type.Object({ sku: Type.Optional(Type.String()) })),
    }),
  ),
});
type Line = Type.Static<typeof View>['lines'][number];

/** What stands in the shop's data of a customer, as they see it themselves; money by the feed. */
export async function actualOutcome(
  shop: Pick<BenchShop, 'own'>,
  customer: string,
  changes: readonly FeedChange[],
  defaultAddress: string,
): Promise<ShopOutcome> {
  const money = moneyOfChanges(changes);
  const orders: ShopOutcome['orders'] = new Map();
  for (const { number } of await shop.own(customer, '/v1/orders', Brief)) {
    const view = await shop.own(customer, `/v1/orders/${encodeURIComponent(number)}`, View);
    const cancelled = changes.find(({ kind, order }) => kind === 'cancelled' && order === number);
    const paid = money.get(number) ?? new Map<string, number>();
    dropZeros(paid);
    const whole = view.state === 'return_requested';
    orders.set(number, {
      cancelled: view.state === 'cancelled' ? (cancelled?.reason ?? '') : undefined,
      address: feedAddressText(view.address),
      items: view.lines
        .flatMap((line) => Array<string>(line.quantity).fill(itemText(line, view.state, whole)))
        .sort(),
      money: paid,
    });
  }
  const moved = changes.findLast(({ kind }) => kind === 'default_address_changed')?.address;
  return { defaultAddress: moved ? feedAddressText(moved) : defaultAddress, orders };
}

function itemText({ id = '', sku, state, replacement }: Line, order: string, whole: boolean): string {
  const item = sku ?? itemOfLine(id);
  if (state === 'exchange_requested') return exchanged(item, replacement?.sku ?? '?');
  if (state === 'return_requested' || whole) return returned(item);
  // Of a cancelled order every piece is.
  return state === undefined || order === 'cancelled' ? item : `${item} ${state}`;
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
