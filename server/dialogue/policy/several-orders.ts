import type { Intent, OrderBrief } from '#protocol';
import { blanked } from '../items/mentions.ts';
import { methodPhrases } from '../items/payment-words.ts';
import { skillFor } from '../skills/index.ts';
import { findAddress } from '../slots/address.ts';
import { named } from '../slots/naming.ts';
import { findOrder } from '../slots/order.ts';
import { orderContext } from './fill.ts';
import type { TurnContext } from './turn-context.ts';

const joint = /,|\b(?:and|&|plus|as well as)\b|和|跟|还有|以及|、/giu;
const every =
  /\b(?:both|all (?:of (?:them|those|these|my orders)|three|four|my (?:open )?orders)|them all|each of them|the (?:two|three) of them|everything i(?:'ve| have)? ordered)\b|两个都|都(?=取消|退|改|送|换|要)|全部|所有/iu;
const counts: readonly [said: RegExp, count: number][] = [
  [/\bboth\b|\btwo\b|两/iu, 2],
  [/\bthree\b|三/iu, 3],
  [/\bfour\b|四/iu, 4],
];
/** More orders than these at once are not worked off by one sentence. */
const mostTogether = 6;

/** The orders that one request is about, where it names several: "the desk and the wardrobe", "both", "all my orders". */
export async function severalOrders(context: TurnContext, intent: Intent): Promise<string[]> {
  const need = skillFor(intent).needs.find(({ slot }) => slot === 'order');
  if (!need) return [];
  const { turn, orders, customer } = context;
  const address = findAddress(turn.text, customer.addresses);
  const text = blanked(turn.text, [
    ...(address && address.to > address.from ? [address] : []),
    ...methodPhrases(turn.text, customer.paymentMethods),
  ]);
  const parts = text.split(joint).filter((part) => part.trim() !== '');
  const options = orderContext(context);
  const numbered = orders.filter(({ number }) => text.includes(number.replace(/^[^\p{L}\p{N}]*\p{L}*/u, '')));
  const told = numbered.length === 1 ? numbered[0]?.number : undefined;
  const things = told === undefined ? [] : ((await context.linesOf()).get(told) ?? []);
  const found = parts.flatMap((part) => {
    const reference = findOrder(part, undefined, { ...options, expected: false });
    if (reference.kind !== 'certain' || !namesIt(part)) return [];
    // "The lamp and the desk from 45192": things of the one order whose number is told.
    return [told !== undefined && named(part, things, (each) => each).length > 0 ? told : reference.number];
  });
  const distinct = [...new Set(found)];
  if (distinct.length > 1) return distinct.slice(0, mostTogether);
  return every.test(text) ? allMeant(context, text, need.suits) : [];
}

/** "Both", "all three": those spoken of together, or offered, or all that it could be, where there are as many. */
function allMeant(
  context: TurnContext,
  text: string,
  suits: (order: OrderBrief) => boolean = () => true,
): string[] {
  const { state, orders } = context;
  const suiting = orders.filter(suits).map(({ number }) => number);
  const whole = /\bmy (?:open )?orders\b|所有|全部/iu.test(text);
  const pools = [...(whole ? [] : [state.lastOrders ?? [], offeredOrders(context)]), suiting];
  const count = counts.find(([said]) => said.test(text))?.[1];
  const pool = pools.find(({ length }) => length > 1 && (count === undefined || length === count));
  return (pool ?? []).slice(0, mostTogether);
}

/** By more than "it": a number or a product's name. */
const namesIt = (part: string): boolean =>
  !/^[^\p{L}\p{N}]*(?:it|this|that|them|this one|that one)[^\p{L}\p{N}]*$/iu.test(part) &&
  !/\b(?:it|them)\b/i.test(part);

const offeredOrders = ({ state }: TurnContext): string[] =>
  state.offered.flatMap(({ means }) => (means.do === 'fill' && means.slots.order ? [means.slots.order] : []));
