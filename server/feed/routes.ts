import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import Type from 'typebox';
import type { Identity } from '../identity/index.ts';
import type { Store } from '../store/index.ts';
import { noteSeen, readChanges } from './read-changes.ts';
import { Cursor, ShopChanges } from './schemas.ts';

export interface FeedRoutesOptions {
  identity: Identity;
  store: Store;
}

/** The shop's back end learns here, with the shop's key, what was changed through Hexkey. */
export const feedRoutes: FastifyPluginAsyncTypebox<FeedRoutesOptions> = async (app, { identity, store }) => {
  app.get(
    '/v1/shop/changes',
    {
      onRequest: identity.requireShop,
      schema: {
        tags: ['shop'],
        security: [{ shop: [] }],
        summary: 'What shoppers changed through Hexkey',
        description:
          'Every change of an order or a customer and every ticket, oldest first and each once. Keep `next` once you ' +
          'have taken the page in, and ask with it as `after` from then on: imports leave alone what is newer.',
        querystring: Type.Object({
          after: Type.Optional(Cursor),
          limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500, default: 100 })),
        }),
        response: { 200: ShopChanges },
      },
    },
    async ({ query: { after, limit = 100 } }) => {
      if (after !== undefined) await noteSeen(store.db, after);
      return readChanges(store.db, after ?? '0', limit);
    },
  );
};
