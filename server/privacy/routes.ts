import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import Type from 'typebox';
import { HexkeyError } from '../errors.ts';
import type { Identity } from '../identity/index.ts';
import { CustomerRecord, type Privacy } from './contract.ts';

export interface PrivacyRoutesOptions {
  privacy: Privacy;
  identity: Identity;
}

const Params = Type.Object({ id: Type.String({ minLength: 1, maxLength: 100 }) });

/** What is kept about a customer, and its erasure, with the shop's key. */
export const privacyRoutes: FastifyPluginAsyncTypebox<PrivacyRoutesOptions> = async (
  app,
  { privacy, identity },
) => {
  const shop = { tags: ['shop'], security: [{ shop: [] }] };
  const onRequest = identity.requireShop;

  app.get(
    '/v1/shop/customers/:id/record',
    {
      onRequest,
      schema: {
        ...shop,
        summary: 'Everything kept about a customer',
        params: Params,
        response: { 200: CustomerRecord },
      },
    },
    async ({ params: { id } }) => {
      const record = await privacy.record(id);
      if (!record) throw new HexkeyError('not_found', `The shop has sent no customer ${id}.`);
      return record;
    },
  );

  app.delete(
    '/v1/shop/customers/:id',
    {
      onRequest,
      schema: {
        ...shop,
        summary: 'Erase a customer',
        description:
          'Conversations, calls, tickets and addresses go; of orders stay numbers, goods, amounts and days. The change ' +
          'feed tells of it as `customer_erased`.',
        params: Params,
        response: { 200: Type.Object({ orders: Type.Integer(), conversations: Type.Integer() }) },
      },
    },
    ({ params: { id } }) => privacy.erase(id),
  );
};
