import Type, { type Static } from 'typebox';
import { Address, Day, Moment, Money } from '#protocol';

const common = { at: Moment, customer: Type.String() };
const ofOrder = { ...common, order: Type.String() };
const reason = Type.Optional(Type.String({ description: "In the shopper's words." }));

/** What a shopper changed through Hexkey. */
export const ShopChange = Type.Union([
  Type.Object({ kind: Type.Literal('address_changed'), ...ofOrder, address: Address }),
  Type.Object({
    kind: Type.Literal('shipping_upgraded'),
    ...ofOrder,
    /** On top of what was paid for delivery. */
    price: Money,
    expectedOn: Day,
  }),
  Type.Object({ kind: Type.Literal('cancelled'), ...ofOrder, refund: Money, reason }),
  Type.Object({
    kind: Type.Literal('return_requested'),
    ...ofOrder,
    /** Due once the goods have arrived. */
    refund: Money,
    collectOn: Day,
    reason,
  }),
  Type.Object({
    kind: Type.Literal('ticket_opened'),
    ...common,
    order: Type.Optional(Type.String()),
    ticket: Type.Object({
      number: Type.String(),
      kind: Type.Union([Type.Literal('defect'), Type.Literal('complaint'), Type.Literal('other')]),
      summary: Type.String(),
      facts: Type.Array(Type.Object({ label: Type.String(), value: Type.String() })),
      dueAt: Moment,
    }),
  }),
]);
export type ShopChange = Static<typeof ShopChange>;

/** A place in the feed. Opaque to the shop: it sends back what it got. */
export const Cursor = Type.String({ pattern: '^\\d{1,18}$' });

export const ShopChanges = Type.Object({
  /** Oldest first. */
  changes: Type.Array(ShopChange),
  /** For `after` of the next call, whether there is more now or not. */
  next: Cursor,
  more: Type.Boolean(),
});
export type ShopChanges = Static<typeof ShopChanges>;
