import Type, { type Static } from 'typebox';
import { Money } from './money.ts';
import { ProductBrief } from './product.ts';

export const orderStates = [
  'placed',
  'packed',
  'shipped',
  'out_for_delivery',
  'delivered',
  'cancelled',
  'return_requested',
  'returned',
  'refunded',
  'lost',
] as const;
export const OrderState = Type.Enum(orderStates);
export type OrderState = (typeof orderStates)[number];

/** A moment in UTC, ISO 8601. */
export const Moment = Type.String({ pattern: '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z$' });
export type Moment = Static<typeof Moment>;

/** A calendar day in the shop's time zone, YYYY-MM-DD. */
export const Day = Type.String({ pattern: '^\\d{4}-\\d\\d-\\d\\d$' });
export type Day = Static<typeof Day>;

export const Address = Type.Object({
  /** What the customer calls it: "home", "office". */
  label: Type.Optional(Type.String({ maxLength: 40 })),
  recipient: Type.String({ minLength: 1, maxLength: 120 }),
  street: Type.String({ minLength: 1, maxLength: 200 }),
  city: Type.String({ minLength: 1, maxLength: 100 }),
  postcode: Type.String({ minLength: 1, maxLength: 20 }),
  country: Type.String({ pattern: '^[A-Z]{2}$' }),
});
export type Address = Static<typeof Address>;

export const OrderLine = Type.Object({
  product: ProductBrief,
  quantity: Type.Integer({ minimum: 1 }),
  price: Money,
});
export type OrderLine = Static<typeof OrderLine>;

/** One entry of an order's history: what the carrier, the shop, the shopper or Hexkey did. */
export const OrderEvent = Type.Object({
  at: Moment,
  kind: Type.String({ maxLength: 60 }),
  place: Type.Optional(Type.String({ maxLength: 120 })),
  note: Type.Optional(Type.String({ maxLength: 300 })),
});
export type OrderEvent = Static<typeof OrderEvent>;

/** An order as a list or a choice shows it. `number` is what people read out: "SO-45192". */
export const OrderBrief = Type.Object({
  number: Type.String({ pattern: '^SO-\\d{5}$' }),
  state: OrderState,
  placedAt: Moment,
  /** The line people call the order by: its most valuable product. */
  mainProduct: ProductBrief,
  itemCount: Type.Integer({ minimum: 1 }),
  total: Money,
  /** The promised day, or the carrier's newer estimate. */
  expectedOn: Type.Optional(Day),
  /** Days behind the first promise; 0 when on time. */
  delayDays: Type.Integer({ minimum: 0 }),
});
export type OrderBrief = Static<typeof OrderBrief>;

export const OrderView = Type.Intersect([
  OrderBrief,
  Type.Object({
    lines: Type.Array(OrderLine),
    address: Address,
    shipping: Type.Union([Type.Literal('standard'), Type.Literal('express')]),
    carrier: Type.Optional(Type.String({ maxLength: 60 })),
    trackingNumber: Type.Optional(Type.String({ maxLength: 60 })),
    /** Oldest first. */
    events: Type.Array(OrderEvent),
  }),
]);
export type OrderView = Static<typeof OrderView>;
