import Type, { type Static } from 'typebox';
import {
  Address,
  Day,
  DeliveryInstructions,
  Moment,
  OrderEvent,
  OrderLine,
  OrderNumber,
  OrderState,
  PaidWith,
  PaymentMethod,
  PickupPoint,
  RefundState,
} from '#protocol';

/** Smallest unit of the order's currency. */
const Amount = Type.Integer({ minimum: 0, maximum: 2_000_000_000 });
const Id = Type.String({ minLength: 1, maxLength: 100 });

/** A customer as the shop's back end sends them; `id` is the `sub` of their tokens. */
export const ImportedCustomer = Type.Object({
  id: Id,
  firstName: Type.String({ minLength: 1, maxLength: 60 }),
  name: Type.String({ minLength: 1, maxLength: 120 }),
  email: Type.String({ minLength: 3, maxLength: 254 }),
  /** Saved addresses, each under a name of its own. */
  addresses: Type.Array(
    Type.Intersect([Address, Type.Object({ label: Type.String({ minLength: 1, maxLength: 40 }) })]),
    { maxItems: 20 },
  ),
  /** Label of the one meant where none is named; the first where absent. */
  defaultAddress: Type.Optional(Type.String({ minLength: 1, maxLength: 40 })),
  paymentMethods: Type.Optional(Type.Array(PaymentMethod, { maxItems: 50 })),
});
export type ImportedCustomer = Static<typeof ImportedCustomer>;

/** The id of one of the customer's payment methods, or what it was where they have it no longer. */
const Method = Type.Optional(Type.Union([Id, PaidWith]));

const Refund = Type.Object({
  amount: Amount,
  method: Method,
  state: RefundState,
  expectedOn: Type.Optional(Day),
  at: Type.Optional(Moment),
});

/** An order as the shop's back end sends it: all of it, each time. */
export const ImportedOrder = Type.Object({
  number: OrderNumber,
  customer: Id,
  state: OrderState,
  placedAt: Moment,
  deliveredAt: Type.Optional(Moment),
  promisedOn: Type.Optional(Day),
  /** The newest estimate; the promised day where nothing changed. */
  expectedOn: Type.Optional(Day),
  /** A later day that the customer asked for. */
  requestedOn: Type.Optional(Day),
  /** Id of a way of delivery. */
  shipping: Type.String({ minLength: 1, maxLength: 60 }),
  currency: Type.String({ pattern: '^[A-Z]{3}$' }),
  shippingPrice: Amount,
  upgradePrice: Type.Optional(Amount),
  carrier: Type.Optional(Type.String({ minLength: 1, maxLength: 60 })),
  trackingNumber: Type.Optional(Type.String({ minLength: 1, maxLength: 60 })),
  address: Address,
  instructions: Type.Optional(DeliveryInstructions),
  pickup: Type.Optional(Type.Pick(PickupPoint, ['id', 'name'])),
  lines: Type.Array(
    Type.Object({
      ...OrderLine.properties.product.properties,
      /** Its name within the order; its place where absent, from 1. */
      id: OrderLine.properties.id,
      sku: OrderLine.properties.sku,
      options: OrderLine.properties.options,
      quantity: OrderLine.properties.quantity,
      /** Of one. */
      price: Amount,
      state: OrderLine.properties.state,
      replacement: OrderLine.properties.replacement,
    }),
    { minItems: 1, maxItems: 100 },
  ),
  events: Type.Array(OrderEvent, { maxItems: 200 }),
  /** What was paid; without it all of the order was, by a method that is not known. */
  payments: Type.Optional(
    Type.Array(
      Type.Object({
        amount: Amount,
        method: Method,
        state: Type.Optional(Type.Union([Type.Literal('paid'), Type.Literal('due')])),
        at: Type.Optional(Moment),
      }),
      { maxItems: 50 },
    ),
  ),
  /** One refund, or several in `refunds`. */
  refund: Type.Optional(Refund),
  refunds: Type.Optional(Type.Array(Refund, { maxItems: 50 })),
});
export type ImportedOrder = Static<typeof ImportedOrder>;
