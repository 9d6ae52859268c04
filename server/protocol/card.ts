import Type, { type Static } from 'typebox';
import { ArticleBrief } from './article.ts';
import { Money } from './money.ts';
import { Address, Day, Moment, OrderBrief, OrderView } from './order.ts';
import { Product } from './product.ts';

const card = <Kind extends string, Fields extends Parameters<typeof Type.Object>[0]>(
  kind: Kind,
  fields: Fields,
) => Type.Object({ kind: Type.Literal(kind), ...fields });

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
  card('cancellation', { order: OrderBrief, refund: Money, done: Type.Boolean() }),
  card('shipping_upgrade', {
    order: OrderBrief,
    price: Money,
    expectedOn: Day,
    before: Type.Optional(Day),
    done: Type.Boolean(),
  }),
  card('return', { order: OrderBrief, refund: Money, collectOn: Type.Optional(Day), done: Type.Boolean() }),
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
  card('help', { examples: Type.Array(Type.String()) }),
]);
export type Card = Static<typeof Card>;
export type CardKind = Card['kind'];
