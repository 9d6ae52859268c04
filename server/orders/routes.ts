import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import Type from 'typebox';
import { Address, OrderBrief, OrderView, PaymentMethod } from '#protocol';
import { HexkeyError } from '../errors.ts';
import type { Identity } from '../identity/index.ts';
import { noSuchOrder } from './act-once.ts';
import type { Orders } from './contract.ts';

export interface OrdersRoutesOptions {
  orders: Orders;
  identity: Identity;
}

const Customer = Type.Object({
  id: Type.String(),
  firstName: Type.String(),
  name: Type.String(),
  email: Type.String(),
  addresses: Type.Array(Address),
  defaultAddress: Type.Optional(Address),
  paymentMethods: Type.Array(PaymentMethod),
});

const Params = Type.Object({ number: OrderBrief.properties.number });

/** What the signed-in shopper may see of their own. */
export const ordersRoutes: FastifyPluginAsyncTypebox<OrdersRoutesOptions> = async (
  app,
  { orders, identity },
) => {
  const shown = { tags: ['orders'], security: [{ shopper: [] }] };

  app.get(
    '/v1/me',
    { schema: { ...shown, summary: 'Who is signed in', response: { 200: Customer } } },
    async (request) => {
      const id = await identity.shopperOf(request);
      const customer = await orders.customer(id);
      if (!customer) throw new HexkeyError('not_found', 'The shop has sent no customer of this id yet.');
      return { id, ...customer };
    },
  );

  app.get(
    '/v1/orders',
    {
      schema: {
        ...shown,
        summary: "The shopper's orders, newest first",
        response: { 200: Type.Array(OrderBrief) },
      },
    },
    async (request) => orders.list(await identity.shopperOf(request)),
  );

  app.get(
    '/v1/orders/:number',
    {
      schema: {
        ...shown,
        summary: 'One order with its history',
        params: Params,
        response: { 200: OrderView },
      },
    },
    async (request) => {
      const { number } = request.params;
      const order = await orders.get(await identity.shopperOf(request), number);
      if (!order) throw noSuchOrder(number);
      return order;
    },
  );
};
