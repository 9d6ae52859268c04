import Type, { type Static } from 'typebox';
import { Money } from './money.ts';
import { MethodAmount, PaidWith } from './payment.ts';
import { ProductBrief, Sku, VariantOptions } from './product.ts';

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
  /** Flat, suite, building: what stands on a line of its own. */
  line2: Type.Optional(Type.String({ minLength: 1, maxLength: 120 })),
  city: Type.String({ minLength: 1, maxLength: 100 }),
  /** State, province or county, where addresses there have one: "NY". */
  region: Type.Optional(Type.String({ minLength: 1, maxLength: 60 })),
  postcode: Type.String({ minLength: 1, maxLength: 20 }),
  country: Type.String({ pattern: '^[A-Z]{2}$' }),
});
export type Address = Static<typeof Address>;

/** What became of a line since it was ordered. */
export const lineStates = [
  'cancelled',
  'return_requested',
  'returned',
  'exchange_requested',
  'exchanged',
] as const;
export const LineState = Type.Enum(lineStates);
export type LineState = (typeof lineStates)[number];

export const OrderLine = Type.Object({
  /** Names the line within its order. Absent in replies kept from before lines had ids. */
  id: Type.Optional(Type.String({ minLength: 1, maxLength: 60 })),
  product: ProductBrief,
  sku: Type.Optional(Sku),
  /** Of the variant, as ordered. */
  options: Type.Optional(VariantOptions),
  quantity: Type.Integer({ minimum: 1 }),
  /** Of one. */
  price: Money,
  /** Absent while it is as ordered. */
  state: Type.Optional(LineState),
  /** What comes in its place, where it is exchanged. */
  replacement: Type.Optional(
    Type.Object({
      product: ProductBrief,
      sku: Type.Optional(Sku),
      options: Type.Optional(VariantOptions),
      price: Money,
    }),
  ),
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

/** For an expression with the flag `u`. */
export const orderNumberPattern =
  '^[\\p{L}\\p{N}\\p{P}\\p{S}](?:[\\p{L}\\p{N}\\p{P}\\p{S} ]{0,38}[\\p{L}\\p{N}\\p{P}\\p{S}])?$';

/** What people read out: "SO-45192", "#1001", "A-2024-00077". Any letters, digits and marks, spaces within alone. */
export const OrderNumber = Type.String({ pattern: orderNumberPattern });

/** Where a parcel may be left when nobody is in, and what the driver should know. */
export const DeliveryInstructions = Type.Object({
  leave: Type.Optional(Type.Union([Type.Literal('neighbour'), Type.Literal('safe_place')])),
  note: Type.Optional(Type.String({ minLength: 1, maxLength: 200 })),
});
export type DeliveryInstructions = Static<typeof DeliveryInstructions>;

/** Where parcels can be collected. */
export const PickupPoint = Type.Object({
  id: Type.String({ minLength: 1, maxLength: 60 }),
  name: Type.String({ minLength: 1, maxLength: 120 }),
  address: Type.Omit(Address, ['recipient', 'label']),
  /** In the shop's words: "Mon-Sat 7:00-22:00". */
  hours: Type.Optional(Type.String({ maxLength: 120 })),
});
export type PickupPoint = Static<typeof PickupPoint>;

export const RefundState = Type.Union([
  Type.Literal('waiting_for_goods'),
  Type.Literal('processing'),
  Type.Literal('paid'),
]);

/** An order as a list or a choice shows it. */
export const OrderBrief = Type.Object({
  number: OrderNumber,
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
    /** Id of the shop's way of delivery. */
    shipping: Type.String({ maxLength: 60 }),
    carrier: Type.Optional(Type.String({ maxLength: 60 })),
    trackingNumber: Type.Optional(Type.String({ maxLength: 60 })),
    instructions: Type.Optional(DeliveryInstructions),
    /** Where the customer collects it; `address` is the point's. */
    pickup: Type.Optional(Type.Pick(PickupPoint, ['id', 'name'])),
    /** Empty where the shop told nothing of payments. */
    payments: Type.Optional(Type.Array(MethodAmount)),
    refunds: Type.Optional(
      Type.Array(
        Type.Object({
          amount: Money,
          method: Type.Optional(PaidWith),
          state: RefundState,
          expectedOn: Type.Optional(Day),
        }),
      ),
    ),
    /** Oldest first. */
    events: Type.Array(OrderEvent),
  }),
]);
export type OrderView = Static<typeof OrderView>;
