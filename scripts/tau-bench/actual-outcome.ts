import Type from 'typebox';
import type { BenchShop } from '../bench-shop/bench-shop.ts';
import { FeedAddress, type FeedChange } from '../bench-shop/change-feed.ts';
import { dropZeros, exchanged, returned, type ShopOutcome } from './outcome.ts';
import { feedAddressText, itemOfLine, moneyOfChanges } from './shop-changes.ts';

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
