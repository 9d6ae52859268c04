import Type, { type Static } from 'typebox';
import { Address, Day, Moment, OrderBrief, OrderEvent, OrderLine, OrderState } from '#protocol';

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
});
export type ImportedCustomer = Static<typeof ImportedCustomer>;

/** An order as the shop's back end sends it: all of it, each time. */
export const ImportedOrder = Type.Object({
  number: OrderBrief.properties.number,
  customer: Id,
  state: OrderState,
  placedAt: Moment,
  deliveredAt: Type.Optional(Moment),
  promisedOn: Day,
  /** The newest estimate; the promised day where nothing changed. */
  expectedOn: Day,
  shipping: Type.Union([Type.Literal('standard'), Type.Literal('express')]),
  currency: Type.String({ pattern: '^[A-Z]{3}$' }),
  shippingPrice: Amount,
  upgradePrice: Type.Optional(Amount),
  carrier: Type.Optional(Type.String({ minLength: 1, maxLength: 60 })),
  trackingNumber: Type.Optional(Type.String({ minLength: 1, maxLength: 60 })),
  address: Address,
  lines: Type.Array(
    Type.Object({
      ...OrderLine.properties.product.properties,
      quantity: OrderLine.properties.quantity,
      /** Of one. */
      price: Amount,
    }),
    { minItems: 1, maxItems: 100 },
  ),
  events: Type.Array(OrderEvent, { maxItems: 200 }),
  refund: Type.Optional(
    Type.Object({
      amount: Amount,
      state: Type.Union([
        Type.Literal('waiting_for_goods'),
        Type.Literal('processing'),
        Type.Literal('paid'),
      ]),
      expectedOn: Type.Optional(Day),
    }),
  ),
});
export type ImportedOrder = Static<typeof ImportedOrder>;
