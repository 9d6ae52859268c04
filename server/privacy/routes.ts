import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import Type from 'typebox';
import { HexkeyError } from '../errors.ts';
import type { Identity } from '../identity/index.ts';
import { CustomerRecord, type Privacy } from './contract.ts';
import type { RecordLinks } from './record-links.ts';

export interface PrivacyRoutesOptions {
  privacy: Privacy;
  links: Pick<RecordLinks, 'customerOf'>;
  identity: Identity;
}

const Ticket = Type.Object({ ticket: Type.String({ minLength: 1, maxLength: 400 }) });
const Params = Type.Object({ id: Type.String({ minLength: 1, maxLength: 100 }) });

/** What is kept about a customer, and its erasure, with the shop's key. */
export const privacyRoutes: FastifyPluginAsyncTypebox<PrivacyRoutesOptions> = async (
  app,
  { privacy, identity, links },
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

  app.get(
    '/v1/my-data/:ticket',
    {
      schema: {
        tags: ['shopper'],
        summary: 'Everything kept about oneself, as a file',
        description: 'The link is handed to shoppers who ask for it, and may be used for 15 minutes.',
        params: Ticket,
        response: { 200: CustomerRecord },
      },
    },
    async ({ params: { ticket } }, reply) => {
      const customer = links.customerOf(ticket);
      const record = customer === undefined ? undefined : await privacy.record(customer);
      if (!record)
        throw new HexkeyError('not_found', 'This link is not valid any more. Ask for your data again.');
      reply.header('content-disposition', 'attachment; filename="my-data.json"');
      reply.header('cache-control', 'no-store');
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
