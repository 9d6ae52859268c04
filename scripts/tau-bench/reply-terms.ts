import type { Reply } from '#protocol';
import { cents, found, type RetailData, type RetailVariant } from './retail-data.ts';
import { feedAddressText } from './shop-changes.ts';
import type { Terms } from './shopper/terms.ts';

const actsOfIntents: Record<string, Terms['act']> = {
  exchange_item: 'exchange',
  change_items: 'modify_items',
  change_payment: 'modify_payment',
  change_default_address: 'default_address',
};

const actsOfCards: [act: Terms['act'], kind: RegExp][] = [
  ['default_address', /default_address/],
  ['modify_address', /address/],
  ['modify_payment', /payment/],
  ['exchange', /exchange/],
  ['modify_items', /item|line/],
  ['return', /return/],
  ['cancel', /cancel/],
];

/**
 * What a question for consent asks, by its card, and by its words for what the card leaves out; as a shopper reads it.
 * Undefined where it is about none of their own things.
 */
export function termsOfReply(reply: Reply, data: RetailData, user: string): Terms | undefined {
  if (reply.expecting !== 'confirmation') return undefined;
  const customer = found(data.users, user);
  const strings = [...stringsIn(reply.card)];
  const words = reply.text;
  const kind = reply.card?.kind ?? '';
  const act =
    actsOfIntents[reply.intent] ?? actsOfCards.find(([, pattern]) => pattern.test(kind))?.[0] ?? 'other';
  const order =
    customer.orders.find((number) => strings.includes(number)) ??
    customer.orders.find((number) => words.includes(number));
  const methods = Object.values(customer.payment_methods)
    .filter(
      ({ id, last_four, source }) =>
        strings.includes(id) ||
        (last_four !== undefined && words.includes(last_four)) ||
        (source === 'paypal' && /paypal/i.test(words)) ||
        (source === 'gift_card' && /gift ?card/i.test(words)),
    )
    .map(({ id }) => id);
  const address = addressIn(reply.card);
  const shown = shownIn(reply.card);
  return {
    act,
    ...(order !== undefined && { order }),
    ...(methods.length > 0 && { methods }),
    ...(shown.method && { methods: [shown.method] }),
    ...(shown.amount !== undefined && { amount: shown.amount }),
    ...(address !== undefined && { address }),
    ...(act === 'cancel' && reasonIn(words)),
    ...(order !== undefined && itemsIn(reply, act, order, data)),
  };
}

function reasonIn(words: string): Pick<Terms, 'reason'> {
  const reason = ['no longer needed', 'ordered by mistake'].find((each) =>
    words.toLowerCase().includes(each),
  );
  return reason === undefined ? {} : { reason };
}

/** Items are told by name, and what comes in their place by what it is like. */
function itemsIn(
  { card, text }: Reply,
  act: Terms['act'],
  order: string,
  data: RetailData,
): Pick<Terms, 'items'> {
  if (act !== 'return' && act !== 'exchange' && act !== 'modify_items') return {};
  const shown = shownItems(card);
  if (shown) return { items: shown };
  // What else the reply says names items, too.
  const words = sentences(text)
    .filter((sentence) => act === 'return' || sentence.includes(' for '))
    .join(' ')
    .toLowerCase();
  const held = found(data.orders, order).items;
  const told = held.filter(({ name }) => words.includes(name.toLowerCase()));
  if (act === 'return') {
    const all = held.reduce((sum, { price }) => sum + cents(price), 0);
    const whole = card?.kind === 'return' && card.refund.amount === all;
    return { items: (whole || told.length === 0 ? held : told).map(({ item_id }) => ({ item: item_id })) };
  }
  return {
    items: told.map(({ item_id, name, product_id }) => {
      const after = comingFor(name.toLowerCase(), words);
      const [to, ...others] = Object.values(found(data.products, product_id).variants).filter(
        (variant) => variant.item_id !== item_id && isTold(variant, after),
      );
      return { item: item_id, ...(to && others.length === 0 && { to: to.item_id }) };
    }),
  };
}

/** What a card shows of the items that go, and of what comes in their place. */
function shownItems(card: Reply['card']): Terms['items'] {
  if (card?.kind === 'item_changes')
    return card.changes.map(({ before, after }) => ({
      item: before?.sku ?? '?',
      ...(after?.sku && { to: after.sku }),
    }));
  if (card?.kind !== 'return' || !card.items) return undefined;
  return card.items.flatMap(({ sku = '?', quantity }) =>
    Array<{ item: string }>(quantity).fill({ item: sku }),
  );
}

/** What a card shows of the money. */
function shownIn(card: Reply['card']): { method?: string; amount?: number } {
  switch (card?.kind) {
    case 'item_changes':
      return { ...(card.method && { method: card.method.id }), amount: card.difference.amount };
    case 'return':
      return { ...(card.method && { method: card.method.id }), amount: -card.refund.amount };
    case 'payment_change':
      return { method: card.after.id };
    default:
      return {};
  }
}

const sentences = (text: string): string[] => text.split(/(?<=[.?!])\s/);

/** Of "the kettle (red, 1L) for the kettle (blue, 1L), and the boots …": what stands after "for", up to the next item. */
function comingFor(name: string, words: string): string {
  const [, ...swaps] = words.slice(words.indexOf(name)).split(' for ');
  return swaps[0]?.split(/[.?;]|\) ?(?:,|and)/)[0] ?? '';
}

const isTold = ({ options }: RetailVariant, words: string): boolean =>
  Object.values(options).every((value) => words.includes(value.toLowerCase()));

function* stringsIn(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value;
  else if (typeof value === 'object' && value !== null)
    for (const each of Object.values(value)) yield* stringsIn(each);
}

function addressIn(card: Reply['card']): string | undefined {
  if (card?.kind !== 'address_change' && card?.kind !== 'default_address') return undefined;
  return feedAddressText(card.after);
}
