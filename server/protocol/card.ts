import Type, { type Static } from 'typebox';
import { ArticleBrief } from './article.ts';
import { Money } from './money.ts';
import { Address, Day, Moment, OrderBrief, OrderView } from './order.ts';
import { PaidWith } from './payment.ts';
import { Product, ProductBrief, Sku, VariantOptions } from './product.ts';

const card = <Kind extends string, Fields extends Parameters<typeof Type.Object>[0]>(
  kind: Kind,
  fields: Fields,
) => Type.Object({ kind: Type.Literal(kind), ...fields });

/** Pieces of one thing, in one of its variants where it has some. */
export const CardItem = Type.Object({
  product: ProductBrief,
  sku: Type.Optional(Sku),
  options: Type.Optional(VariantOptions),
  quantity: Type.Integer({ minimum: 1 }),
  /** Of one. */
  price: Money,
});
export type CardItem = Static<typeof CardItem>;

/** One thing in place of another; `before` alone is taken out, `after` alone comes in addition. */
export const ItemChangeShown = Type.Object({
  before: Type.Optional(CardItem),
  after: Type.Optional(CardItem),
});
export type ItemChangeShown = Static<typeof ItemChangeShown>;

/** What the screen shows with a reply. */
export const Card = Type.Union([
  card('order', { order: OrderView }),
  card('orders', { orders: Type.Array(OrderBrief) }),
  card('address_change', {
    order: OrderBrief,
    before: Address,
    after: Address,
    done: Type.Boolean(),
  }),
  /** The address that stands for the shopper where none is named. */
  card('default_address', { before: Type.Optional(Address), after: Address, done: Type.Boolean() }),
  card('cancellation', {
    order: OrderBrief,
    refund: Money,
    reason: Type.Optional(Type.String()),
    done: Type.Boolean(),
  }),
  /** Items of an order that are exchanged once they are there, or changed before they leave. */
  card('item_changes', {
    order: OrderBrief,
    act: Type.Enum(['exchange', 'change']),
    changes: Type.Array(ItemChangeShown),
    /** What is paid for it; below zero where it is given back. */
    difference: Money,
    /** Who pays or receives the difference; the method that paid the order where absent. */
    method: Type.Optional(PaidWith),
    collectOn: Type.Optional(Day),
    done: Type.Boolean(),
  }),
  card('payment_change', {
    order: OrderBrief,
    total: Money,
    before: Type.Optional(PaidWith),
    after: PaidWith,
    done: Type.Boolean(),
  }),
  card('shipping_upgrade', {
    order: OrderBrief,
    price: Money,
    expectedOn: Day,
    before: Type.Optional(Day),
    done: Type.Boolean(),
  }),
  card('return', {
    order: OrderBrief,
    refund: Money,
    /** What goes back; all of the order where absent. */
    items: Type.Optional(Type.Array(CardItem)),
    /** Who gets the refund; those that paid where absent. */
    method: Type.Optional(PaidWith),
    collectOn: Type.Optional(Day),
    done: Type.Boolean(),
  }),
  card('refund', {
    order: OrderBrief,
    amount: Money,
    state: Type.Union([
      Type.Literal('none'),
      Type.Literal('waiting_for_goods'),
      Type.Literal('processing'),
      Type.Literal('paid'),
    ]),
    expectedOn: Type.Optional(Day),
  }),
  card('delivery_options', {
    options: Type.Array(
      Type.Object({
        name: Type.String(),
        price: Money,
        days: Type.String(),
        note: Type.Optional(Type.String()),
      }),
    ),
  }),
  card('products', { products: Type.Array(Product) }),
  card('invoice', {
    order: OrderBrief,
    lines: Type.Array(Type.Object({ label: Type.String(), amount: Money })),
    total: Money,
  }),
  card('ticket', {
    number: Type.String(),
    summary: Type.String(),
    facts: Type.Array(Type.Object({ label: Type.String(), value: Type.String() })),
    dueAt: Type.Optional(Moment),
  }),
  card('handoff', { reason: Type.String(), position: Type.Integer({ minimum: 1 }), requestedAt: Moment }),
  /** Where the sentences of the reply come from. */
  card('article', { article: ArticleBrief }),
  /** Something to fetch, from the server's root on. */
  card('file', { title: Type.String(), path: Type.String({ pattern: '^/' }) }),
  card('help', { examples: Type.Array(Type.String()) }),
]);
export type Card = Static<typeof Card>;
export type CardKind = Card['kind'];
