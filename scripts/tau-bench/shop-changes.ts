import type { FeedAddress, FeedChange } from '../bench-shop/change-feed.ts';
import { addMoney, addressText } from './outcome.ts';
import type { Terms } from './shopper/terms.ts';

export const feedAddressText = ({ street, line2, city, region, postcode, country }: FeedAddress) =>
  addressText([street, line2, city, region, postcode, country]);

const acts: Record<string, Terms['act']> = {
  cancelled: 'cancel',
  return_requested: 'return',
  items_exchanged: 'exchange',
  items_changed: 'modify_items',
  address_changed: 'modify_address',
  payment_changed: 'modify_payment',
  default_address_changed: 'default_address',
};

/** The item that a line of ours holds: lines are named by their items when the shop is loaded. */
export const itemOfLine = (line: string): string => line.replace(/-\d+$/, '');

/** A change as the terms it was made with. Of an order whose items changed, `before` are the items it had. */
export function termsOfChange(change: FeedChange, before: readonly string[]): Terms {
  const { kind, order, address, lines, payments, refunds, difference, refund, reason } = change;
  const act = acts[kind] ?? 'other';
  const methods = [...(payments ?? []), ...(refunds ?? [])].flatMap(({ method }) =>
    method ? [method.id] : [],
  );
  const amount = difference?.amount ?? (refund && -refund.amount);
  return {
    act,
    ...(order !== undefined && { order }),
    ...(address && { address: feedAddressText(address) }),
    ...(methods.length > 0 && { methods: [...new Set(methods)] }),
    ...(amount !== undefined && { amount }),
    ...(act === 'cancel' && reason !== undefined && { reason }),
    ...itemsOfChange(act, lines, before),
  };
}

function itemsOfChange(
  act: Terms['act'],
  lines: FeedChange['lines'],
  before: readonly string[],
): Pick<Terms, 'items'> {
  if (act === 'return')
    return { items: (lines?.map(({ line }) => itemOfLine(line)) ?? [...before]).map((item) => ({ item })) };
  if (act === 'exchange')
    return {
      items: (lines ?? []).map(({ line, sku }) => ({ item: itemOfLine(line), ...(sku && { to: sku }) })),
    };
  if (act !== 'modify_items' || !lines) return {};
  return {
    items: lines.flatMap(({ line, sku }) => {
      const item = itemOfLine(line);
      return sku && sku !== item && before.includes(item) ? [{ item, to: sku }] : [];
    }),
  };
}

/** What the changes moved between the shopper's methods and the shop, by order. */
export function moneyOfChanges(changes: readonly FeedChange[]): Map<string, Map<string, number>> {
  const byOrder = new Map<string, Map<string, number>>();
  for (const { order, payments, refunds } of changes) {
    if (order === undefined) continue;
    const money = byOrder.get(order) ?? new Map<string, number>();
    byOrder.set(order, money);
    for (const { amount, method } of payments ?? []) addMoney(money, method?.id ?? 'unknown', amount.amount);
    for (const { amount, method } of refunds ?? []) addMoney(money, method?.id ?? 'unknown', -amount.amount);
  }
  return byOrder;
}
