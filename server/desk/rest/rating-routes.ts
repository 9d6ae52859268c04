import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import Type from 'typebox';
import { Rating } from '#protocol';
import type { Bus } from '../../bus/contract.ts';
import { HexkeyError } from '../../errors.ts';
import type { Identity } from '../../identity/index.ts';
import type { Db } from '../../store/index.ts';
import { latestHandoff } from '../hand-offs/hand-over.ts';
import { ratings } from '../tables.ts';
import { ConversationParams } from './options.ts';

export interface RatingRoutesOptions {
  db: Db;
  bus: Bus;
  identity: Pick<Identity, 'shopperOf'>;
  now?: () => Date;
}

/** How the customer found it, when staff have closed the conversation. */
export const ratingRoutes: FastifyPluginAsyncTypebox<RatingRoutesOptions> = async (
  app,
  { db, bus, identity, now = () => new Date() },
) => {
  app.post(
    '/v1/conversations/:conversation/rating',
    {
      schema: {
        tags: ['desk'],
        security: [{ shopper: [] }],
        summary: 'Rate a conversation with staff, once',
        params: ConversationParams,
        body: Rating,
        response: { 204: Type.Null() },
      },
    },
    async (request, reply) => {
      const customer = await identity.shopperOf(request);
      const { conversation } = request.params;
      const handoff = await latestHandoff(db, conversation);
      if (handoff?.customer !== customer)
        throw new HexkeyError('not_found', 'You had no such conversation with staff.');
      const [stored] = await db
        .insert(ratings)
        .values({ conversation, customer, rating: request.body.stars, at: now() })
        .onConflictDoNothing()
        .returning();
      if (!stored) throw new HexkeyError('conflict', 'You have rated this conversation already.');
      bus.publish('conversation_changed', { conversation });
      return reply.code(204).send(null);
    },
  );
};
