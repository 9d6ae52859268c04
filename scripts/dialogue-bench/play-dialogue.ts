import { randomUUID } from 'node:crypto';
import Type from 'typebox';
import { Product, type Reply } from '#protocol';
import type { BenchShop } from '../bench-shop/bench-shop.ts';
import { type FeedChange, followChanges } from '../bench-shop/change-feed.ts';
import { NoReplyError, type Talk } from '../bench-shop/talk.ts';
import { kindOf, type Wanted, type WrittenDialogue } from './dialogue-file.ts';
import { orderKeys, preparedCustomer, preparedOrders } from './prepared-orders.ts';

/** How a dialogue went. */
export interface Played {
  id: string;
  kind: string;
  held: boolean;
  right: boolean;
  /** What was said, and under it what was wrong. */
  transcript: string[];
}

const Answered = Type.Unknown();
const digits = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];

const list = <T>(one: T | T[] | undefined): T[] =>
  one === undefined ? [] : Array.isArray(one) ? one : [one];

/** What is wrong with a reply, in words; nothing where it is as wanted. `numbers` are the orders' by their keys. */
export function checkReply(reply: Reply, wanted: Wanted, numbers: ReadonlyMap<string, string>): string[] {
  const words = [reply.text, ...reply.choices.map(({ label }) => label)].join(' | ');
  const kind = reply.card?.kind ?? null;
  const wrong: string[] = [];
  if (wanted.card !== undefined && !list(wanted.card).includes(kind))
    wrong.push(`card ${kind}, not ${list(wanted.card).join(' or ')}`);
  if (kind !== null && list(wanted.noCard).includes(kind)) wrong.push(`card ${kind}`);
  if (wanted.order) wrong.push(...aboutOthers(reply, words, wanted.order, numbers));
  for (const pattern of list(wanted.says))
    if (!matches(words, pattern)) wrong.push(`does not say /${pattern}/`);
  for (const pattern of list(wanted.never)) if (matches(words, pattern)) wrong.push(`says /${pattern}/`);
  if (wanted.expects && !list(wanted.expects).includes(reply.expecting))
    wrong.push(`expects ${reply.expecting}, not ${list(wanted.expects).join(' or ')}`);
  if (wanted.noConfirm && reply.expecting === 'confirmation') wrong.push('asks to confirm');
  return wrong;
}

const matches = (words: string, pattern: string) => new RegExp(pattern, 'iu').test(words);

function aboutOthers(
  { card }: Reply,
  words: string,
  wanted: string,
  numbers: ReadonlyMap<string, string>,
): string[] {
  const shown = JSON.stringify(card ?? '');
  const number = numbers.get(wanted);
  if (number === undefined) return [`there is no order called ${wanted}`];
  const wrong = (shown + words).includes(number) ? [] : [`not about ${wanted}`];
  if (card?.kind === 'orders') return wrong;
  const others = [...numbers].filter(([key, other]) => key !== wanted && shown.includes(other));
  return [...wrong, ...others.map(([key]) => `about ${key}`)];
}

/** Plays dialogues one after the other, each with a customer and orders of its own. */
export async function createPlayer(shop: BenchShop) {
  const listed = await shop.api('GET', '/v1/products', Type.Array(Product));
  const products = new Map(listed.map((product) => [product.slug, product]));
  let nextNumber = 60_000;
  const follow = followChanges(shop);

  /** A shop tells once what its numbers look like. */
  const teachNumbers = (orderNumberExamples: string[]) =>
    shop.api('PUT', '/v1/shop/policies', Answered, {
      orderNumberExamples: ['SO-60000', ...orderNumberExamples],
    });

  return async function play(dialogue: WrittenDialogue): Promise<Played> {
    const customer = `${dialogue.id}-${randomUUID().slice(0, 8)}`;
    const numbers = new Map(
      orderKeys.map((key) => [key, dialogue.numbers?.[key] ?? `SO-${nextNumber++}`] as const),
    );
    const transcript: string[] = [];
    const wrong: string[] = [];
    const note = (found: string[]) => {
      wrong.push(...found);
      transcript.push(...found.map((each) => `    ✗ ${each}`));
    };
    let talk: Talk | undefined;
    try {
      if (dialogue.numbers) await teachNumbers(Object.values(dialogue.numbers));
      await shop.api('PUT', '/v1/shop/customers', Answered, [preparedCustomer(customer)]);
      await shop.api('PUT', '/v1/shop/orders', Answered, preparedOrders(customer, numbers, products));
      talk = await shop.talk(customer, dialogue.lang ?? 'en');
      for (const [said, wanted = {}] of dialogue.turns) {
        const text = filled(said, numbers);
        transcript.push(`  > ${text}`);
        const reply = await talk.say(text);
        const buttons = reply.choices.map(({ label }) => label).join(' | ');
        transcript.push(`  < ${reply.text} {${buttons}} <${reply.card?.kind ?? ''}>`);
        note(checkReply(reply, wanted, numbers));
      }
      if (dialogue.changes) note(checkChanges(await follow(customer), dialogue.changes));
    } catch (error) {
      if (!(error instanceof NoReplyError || (error instanceof Error && error.name === 'ApiError')))
        throw error;
      note([error.message]);
    } finally {
      talk?.close();
    }
    return {
      id: dialogue.id,
      kind: kindOf(dialogue),
      held: dialogue.held ?? false,
      right: wrong.length === 0,
      transcript,
    };
  };
}

/** Tickets may be there or not, unless one is named. */
function checkChanges(found: FeedChange[], wanted: string[]): string[] {
  const kinds = found.map(({ kind }) => kind);
  const counted = kinds.filter((kind) => kind !== 'ticket_opened' || wanted.includes(kind)).sort();
  if (counted.join() === [...wanted].sort().join()) return [];
  return [`changed: ${counted.join(', ') || 'nothing'}; should be: ${wanted.join(', ') || 'nothing'}`];
}

/** `{desk}` is the digits of that order's number, `{desk:spoken}` the digits as words. */
function filled(text: string, numbers: ReadonlyMap<string, string>): string {
  return text.replace(/\{(\w+)(:spoken)?\}/g, (_, key: string, spoken?: string) => {
    const number = (numbers.get(key) ?? '').replace(/^SO-/, '');
    return spoken ? [...number].map((digit) => digits[Number(digit)]).join(' ') : number;
  });
}
