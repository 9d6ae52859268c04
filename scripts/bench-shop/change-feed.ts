import Type, { type Static } from 'typebox';
import type { BenchShop } from './bench-shop.ts';

const Money = Type.Object({ amount: Type.Integer(), currency: Type.String() });
const MethodAmounts = Type.Optional(
  Type.Array(Type.Object({ amount: Money, method: Type.Optional(Type.Object({ id: Type.String() })) })),
);

export const FeedAddress = Type.Object({
  street: Type.String(),
  line2: Type.Optional(Type.String()),
  city: Type.String(),
  region: Type.Optional(Type.String()),
  postcode: Type.String(),
  country: Type.String(),
});
export type FeedAddress = Static<typeof FeedAddress>;

/** A change as the shop's back end reads it: of all kinds what benches look at. */
export const FeedChange = Type.Object({
  kind: Type.String(),
  customer: Type.String(),
  order: Type.Optional(Type.String()),
  address: Type.Optional(FeedAddress),
  reason: Type.Optional(Type.String()),
  lines: Type.Optional(
    Type.Array(
      Type.Object({ line: Type.String(), quantity: Type.Integer(), sku: Type.Optional(Type.String()) }),
    ),
  ),
  refund: Type.Optional(Money),
  price: Type.Optional(Money),
  difference: Type.Optional(Money),
  payments: MethodAmounts,
  refunds: MethodAmounts,
});
export type FeedChange = Static<typeof FeedChange>;

const Page = Type.Object({ changes: Type.Array(FeedChange), next: Type.String(), more: Type.Boolean() });

/** Reads the feed onward from where it was read last, and answers what that customer changed, tickets included. */
export function followChanges(shop: Pick<BenchShop, 'api'>) {
  let cursor = '0';
  return async (customer: string): Promise<FeedChange[]> => {
    const found: FeedChange[] = [];
    for (let more = true; more; ) {
      const page = await shop.api('GET', `/v1/shop/changes?after=${cursor}`, Page);
      found.push(...page.changes.filter((change) => change.customer === customer));
      cursor = page.next;
      more = page.more;
    }
    return found;
  };
}
