import type { Product } from '#protocol';
import type { Slots } from '../conversation/state.ts';
import { blanked, goodsRanges } from '../items/mentions.ts';
import { methodPhrases } from '../items/payment-words.ts';
import type { Skill } from '../skills/define.ts';
import { findAddress, hasPostcode } from '../slots/address.ts';
import { findDay } from '../slots/day.ts';
import { named } from '../slots/naming.ts';
import { findOrder, givesNumber, type OrderContext, type OrderReference } from '../slots/order.ts';
import { findPart, findQuantity, findStep } from '../slots/small.ts';
import type { TurnContext } from './turn-context.ts';
import { currentFrame } from './turn-context.ts';

/** Orders whose lines are read to find a thing in them. */
const mostOpened = 40;

/** What an utterance gives a skill. `order` says how sure the order is; its number is in `slots` only when certain. */
export interface Filling {
  slots: Slots;
  order: OrderReference;
  /** Order or address was named outright: it may correct what was taken before. */
  explicit: boolean;
}

const fromSpan = (words: TurnContext['turn']['words'], text: string, from: number, to: number) => {
  let cursor = 0;
  return words?.filter((word) => {
    const at = text.indexOf(word.text, cursor);
    if (at < 0) return true;
    cursor = at + word.text.length;
    return at < from || at >= to;
  });
};

/** What an order is told by in this conversation. */
export const orderContext = (context: TurnContext): OrderContext => {
  const { state, orders, numberExamples, now } = context;
  return {
    orders,
    // Their own numbers tell the shape best: those of a shop that changed it are not all alike.
    numberExamples: orders.length > 0 ? [] : numberExamples,
    last: state.lastOrder,
    offered: state.offered.flatMap(({ means }) =>
      means.do === 'fill' && means.slots.order ? [means.slots.order] : [],
    ),
    ...(state.lastOrders && { listed: state.lastOrders }),
    expected: state.expecting === 'order_number',
    begun: state.expecting === 'order_number' ? currentFrame(context)?.digits : undefined,
    now,
  };
};

/** Products among which the one that an utterance names is looked for. */
const mostNamed = 40;

/** The products that share words with an utterance, best first. */
export const productsIn = ({ services }: TurnContext, text: string): Promise<Product[]> =>
  services.catalogue.find(text, mostNamed);

/** By what the orders are called; then, where that finds none, by all that is in them. */
async function orderIn(
  context: TurnContext,
  text: string,
  words: TurnContext['turn']['words'],
  slots: Slots,
): Promise<OrderReference> {
  const options = orderContext(context);
  const found = findOrder(text, words, options);
  if (found.kind !== 'none' && givesNumber(text, words, options)) return found;
  const byPronoun = found.kind === 'certain' && found.number === options.last && !namesAny(text, options);
  const lines = context.orders.length > mostOpened ? undefined : await context.linesOf();
  const inThem = { ...options, otherProducts: (number: string) => lines?.get(number) ?? [] };
  const within = lines && !byPronoun ? findOrder(text, words, inThem) : found;
  // One request in a longer breath: what is said beside it may name its order, and "it" is that one.
  const { wants, text: whole } = context.meaning;
  if (within.kind === 'none' && found.kind !== 'none') return found;
  const beside =
    (within.kind === 'none' || byPronoun) && wants.length <= 1 && whole !== text && !slots.address
      ? findOrder(blanked(whole, methodPhrases(whole, context.customer.paymentMethods)), undefined, {
          ...inThem,
          last: undefined,
        })
      : within;
  return beside.kind === 'none' ? within : beside;
}

/** Whether the words name an order by more than "it". */
const namesAny = (text: string, options: OrderContext): boolean =>
  findOrder(text, undefined, { ...options, last: undefined }).kind !== 'none';

/** The order that is known already holds the things that are named, and no number is given: it is still that one. */
async function staysWith(context: TurnContext, known: string | undefined, text: string): Promise<boolean> {
  if (!known || givesNumber(text, context.turn.words, orderContext(context))) return false;
  const products = (await context.linesOf()).get(known) ?? [];
  return goodsRanges(text, products).some(
    ({ from, to }) => named(text.slice(from, to), products, (each) => each).length > 0,
  );
}

/** The order that is named; none where it is the known one all the same. What pays is no order's number. */
async function orderSaid(
  context: TurnContext,
  text: string,
  words: TurnContext['turn']['words'],
  known: string | undefined,
  slots: Slots,
): Promise<OrderReference> {
  const paying = methodPhrases(text, context.customer.paymentMethods);
  const bare = blanked(text, paying);
  const heard = paying.reduce((rest, { from, to }) => fromSpan(rest, text, from, to), words);
  if (await staysWith(context, known, bare)) return { kind: 'none' };
  return orderIn(context, bare, heard, slots);
}

/** Reads the slots a skill needs from this turn's words. */
export async function fill(context: TurnContext, skill: Skill, known: Slots = {}): Promise<Filling> {
  const { turn, customer } = context;
  const wants = new Set(skill.needs.map((need) => need.slot));
  const slots: Slots = {};
  let text = turn.text;
  let words = turn.words;
  let explicit = false;
  if (wants.has('address')) {
    const asked = currentFrame(context)?.asking === 'address';
    const found = findAddress(
      text,
      customer.addresses,
      asked || hasPostcode(text) ? known.address : undefined,
    );
    if (found) {
      slots.address = found.parts;
      explicit = true;
      words = fromSpan(words, text, found.from, found.to);
      text = `${text.slice(0, found.from)} ${text.slice(found.to)}`;
    }
  }
  let order: OrderReference = { kind: 'none' };
  if (wants.has('order')) {
    order = await orderSaid(context, text, words, known.order, slots);
    if (order.kind === 'certain') slots.order = order.number;
    explicit ||= order.kind !== 'none' && !(order.kind === 'certain' && order.number === known.order);
  }
  if (wants.has('product')) assign(slots, 'product', await productIn(context, text));
  if (wants.has('day')) assign(slots, 'day', findDay(text, context.today));
  if (wants.has('step')) assign(slots, 'step', findStep(text));
  if (wants.has('part')) assign(slots, 'part', findPart(text));
  if (wants.has('quantity')) assign(slots, 'quantity', findQuantity(text));
  return { slots, order, explicit };
}

/** The one product that the words name, or, of one request, the breath that it stands in. */
async function productIn(context: TurnContext, text: string): Promise<string | undefined> {
  const { meaning } = context;
  const own = named(text, await productsIn(context, text), (each) => each);
  const beside = own.length === 0 && meaning.wants.length <= 1 && meaning.text !== text;
  const [product, ...others] = beside
    ? named(meaning.text, await productsIn(context, meaning.text), (each) => each)
    : own;
  return product && (others.length === 0 || product.noun === others[0]?.noun) ? product.slug : undefined;
}

function assign<Name extends keyof Slots>(slots: Slots, name: Name, value: Slots[Name] | undefined): void {
  if (value !== undefined) slots[name] = value;
}
