import type { Reply } from '#protocol';
import { found, type RetailData, variantOf } from './retail-data.ts';
import { feedAddressText } from './shop-changes.ts';
import type { Terms } from './shopper/terms.ts';

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
  const act = actsOfCards.find(([, pattern]) => pattern.test(kind))?.[0] ?? 'other';
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
  return {
    act,
    ...(order !== undefined && { order }),
    ...(methods.length > 0 && { methods }),
    ...(address !== undefined && { address }),
    ...(order !== undefined && itemsIn(strings, words, act, order, data)),
  };
}

function itemsIn(
  strings: readonly string[],
  words: string,
  act: Terms['act'],
  order: string,
  data: RetailData,
): Pick<Terms, 'items'> {
  if (act !== 'return' && act !== 'exchange' && act !== 'modify_items') return {};
  const held = found(data.orders, order).items;
  const named = held.filter(({ item_id }) => strings.includes(item_id));
  const spoken = held.filter(({ name }) => words.toLowerCase().includes(name.toLowerCase()));
  const going = named.length > 0 ? named : spoken;
  if (act === 'return')
    return { items: (going.length > 0 ? going : held).map(({ item_id }) => ({ item: item_id })) };
  const coming = strings.filter(
    (each) => /^\d{9,10}$/.test(each) && !held.some(({ item_id }) => item_id === each),
  );
  return {
    items: going.map(({ item_id, product_id }) => {
      const to = coming.find((each) => variantOf(data, each).product.product_id === product_id);
      return { item: item_id, ...(to !== undefined && { to }) };
    }),
  };
}

function* stringsIn(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value;
  else if (typeof value === 'object' && value !== null)
    for (const each of Object.values(value)) yield* stringsIn(each);
}

function addressIn(card: Reply['card']): string | undefined {
  if (card?.kind !== 'address_change') return undefined;
  return feedAddressText(card.after);
}
