import Type, { type Static } from 'typebox';
import { Address, Day, DeliveryInstructions, MethodAmount, Moment, Money, PickupPoint } from '#protocol';

const common = { at: Moment, customer: Type.String() };
const ofOrder = { ...common, order: Type.String() };
const reason = Type.Optional(Type.String({ description: "In the shopper's words." }));

/** Who got money back or paid it. Absent in what was noted before methods were known. */
const refunds = Type.Optional(Type.Array(MethodAmount));
const payments = Type.Optional(Type.Array(MethodAmount));

/** Pieces of an order's line; a part of a line gets an id of its own. */
const pieces = Type.Object({ line: Type.String(), quantity: Type.Integer() });

const Line = Type.Object({
  line: Type.String(),
  product: Type.String(),
  sku: Type.Optional(Type.String()),
  quantity: Type.Integer(),
  price: Money,
});

/** What a shopper changed through Hexkey. */
export const ShopChange = Type.Union([
  Type.Object({ kind: Type.Literal('address_changed'), ...ofOrder, address: Address }),
  Type.Object({
    kind: Type.Literal('shipping_upgraded'),
    ...ofOrder,
    /** On top of what was paid for delivery. */
    price: Money,
    expectedOn: Day,
    /** The way of delivery it goes by now. */
    shipping: Type.Optional(Type.String()),
    payments,
  }),
  Type.Object({ kind: Type.Literal('cancelled'), ...ofOrder, refund: Money, refunds, reason }),
  Type.Object({
    kind: Type.Literal('lines_cancelled'),
    ...ofOrder,
    lines: Type.Array(pieces),
    refund: Money,
    refunds,
    reason,
  }),
  Type.Object({
    kind: Type.Literal('return_requested'),
    ...ofOrder,
    /** Due once the goods have arrived. */
    refund: Money,
    refunds,
    collectOn: Day,
    /** What goes back; all of the order where absent. */
    lines: Type.Optional(Type.Array(pieces)),
    reason,
  }),
  Type.Object({
    kind: Type.Literal('items_exchanged'),
    ...ofOrder,
    /** What goes back and what is sent in its place. */
    lines: Type.Array(
      Type.Object({ ...pieces.properties, product: Type.String(), sku: Type.Optional(Type.String()) }),
    ),
    /** Due when they are swapped; negative where the shopper gets it. */
    difference: Money,
    payments,
    refunds,
    collectOn: Day,
    reason,
  }),
  Type.Object({
    kind: Type.Literal('items_changed'),
    ...ofOrder,
    /** All of the order's lines as they are now. */
    lines: Type.Array(Line),
    difference: Money,
    payments,
    refunds,
  }),
  Type.Object({ kind: Type.Literal('payment_changed'), ...ofOrder, total: Money, payments, refunds }),
  Type.Object({ kind: Type.Literal('delivery_day_changed'), ...ofOrder, day: Day }),
  Type.Object({
    kind: Type.Literal('delivery_instructions_set'),
    ...ofOrder,
    instructions: DeliveryInstructions,
  }),
  Type.Object({ kind: Type.Literal('collection_chosen'), ...ofOrder, point: PickupPoint }),
  Type.Object({
    kind: Type.Literal('change_undone'),
    ...ofOrder,
    /** The change that was taken back. */
    undone: Type.String(),
    /** What holds again, of what that change had set. */
    restored: Type.Object({
      address: Type.Optional(Address),
      shipping: Type.Optional(Type.String()),
      expectedOn: Type.Optional(Type.Union([Day, Type.Null()])),
      requestedOn: Type.Optional(Type.Union([Day, Type.Null()])),
      instructions: Type.Optional(Type.Union([DeliveryInstructions, Type.Null()])),
      pickup: Type.Optional(Type.Union([Type.Pick(PickupPoint, ['id', 'name']), Type.Null()])),
      state: Type.Optional(Type.String()),
      lines: Type.Optional(Type.Array(Line)),
    }),
    refund: Type.Optional(Money),
    payments,
    refunds,
  }),
  Type.Object({ kind: Type.Literal('default_address_changed'), ...common, address: Address }),
  /** What was kept of them beside the orders is gone; see the shop API's documentation. */
  Type.Object({ kind: Type.Literal('customer_erased'), ...common }),
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
  /** By staff. */
  Type.Object({
    kind: Type.Literal('ticket_changed'),
    ...common,
    order: Type.Optional(Type.String()),
    ticket: Type.Object({
      number: Type.String(),
      state: Type.String(),
      department: Type.String(),
      summary: Type.String(),
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
