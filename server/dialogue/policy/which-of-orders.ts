import type { OrderBrief } from '#protocol';
import type { Line } from '../replies/content.ts';
import type { Phrase } from '../replies/phrases.ts';
import { called } from '../skills/define.ts';
import { isOnItsWay } from '../skills/ways-out.ts';
import { wordCount } from '../slots/length.ts';
import { goodsNamedIn, named } from '../slots/naming.ts';
import { conclude } from './advance.ts';
import { severalOrders } from './several-orders.ts';
import type { Decision, TurnContext } from './turn-context.ts';

const which =
  /\bwhich (?:one|of (?:them|the(?:m|se)?|those|my orders)|order|is|comes?|gets?|arrives?|will|parcel)\b|哪(?:一)?(?:个|单|件)/iu;
/** Longer questions ask for more than this. */
const longest = 14;

interface Order {
  said: RegExp;
  phrase: Phrase;
  /** Ascending: the first is meant. Undefined where the order has no such value. */
  by: (order: OrderBrief) => number | undefined;
}

const due = ({ expectedOn, state }: OrderBrief): number | undefined =>
  state === 'out_for_delivery' ? 0 : expectedOn === undefined ? undefined : Date.parse(expectedOn);
const negative = (value: number | undefined) => value && -value;

const comparisons: readonly Order[] = [
  {
    said: /\b(?:first|soonest|sooner|earliest|earlier|next|quick\w*)\b|先|最早|最快|更早/iu,
    phrase: 'track.comes_first',
    by: due,
  },
  {
    said: /\b(?:last|latest|longest|later)\b(?! (?:order|one))|最后|最晚|更晚/iu,
    phrase: 'track.comes_last',
    by: (order) => negative(due(order)),
  },
  {
    said: /\b(?:most expensive|dearest|dearer|cost (?:the )?more|cost (?:the )?most)\b|最贵|更贵/iu,
    phrase: 'order.dearest',
    by: ({ total }) => -total.amount,
  },
  {
    said: /\b(?:cheapest|cheaper|cost (?:the )?less|cost (?:the )?least)\b|最便宜|更便宜/iu,
    phrase: 'order.cheapest',
    by: ({ total }) => total.amount,
  },
];

/** "Which of them comes first?": of the orders told of together, or else of those that are still to come. */
export async function onWhichOfOrders(context: TurnContext): Promise<Decision | undefined> {
  const { meaning, state, orders } = context;
  const { text } = meaning;
  if (!which.test(text) || wordCount(text) > longest) return undefined;
  const asked = comparisons.find(({ said }) => said.test(text));
  if (!asked) return undefined;
  const goods = goodsNamedIn(
    text,
    orders.map(({ mainProduct }) => mainProduct),
  );
  const products = named(text, await context.services.catalogue.all(), (each) => each);
  if (goods.length === 0 && products.length > 0) return undefined;
  const numbers = goods.length > 0 ? await severalOrders(context, 'track_order') : state.lastOrders;
  if (goods.length > 0 && numbers?.length !== goods.length) return undefined;
  const told = orders.filter(({ number }) => numbers?.includes(number));
  const pool = told.length > 1 ? told : orders.filter(isOnItsWay);
  const ranked = pool
    .flatMap((order) => {
      const value = asked.by(order);
      return value === undefined ? [] : [{ order, value }];
    })
    .sort((one, other) => one.value - other.value);
  const [first, ...rest] = ranked.map(({ order }) => order);
  if (!first || rest.length === 0) return undefined;
  state.misses = 0;
  state.lastOrder = first.number;
  const lines: Line[] = [[asked.phrase, factsOf(first, context)]];
  const order = await context.services.orders.get(context.customer.id, first.number);
  return {
    kind: 'say',
    intent: 'track_order',
    content: await conclude(context, { lines, ...(order && { card: { kind: 'order', order } }) }),
  };
}

const factsOf = (order: OrderBrief, { today }: TurnContext) => ({
  ...called(order),
  total: order.total,
  due: order.state === 'out_for_delivery' ? today : (order.expectedOn ?? today),
});
