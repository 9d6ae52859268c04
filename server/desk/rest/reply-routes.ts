import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { asc, eq } from 'drizzle-orm';
import Type from 'typebox';
import { CannedReply, deskPaths } from '#protocol';
import { HexkeyError } from '../../errors.ts';
import { cannedReplies } from '../tables.ts';
import { type DeskRoutesOptions, deskSchema } from './options.ts';
import { requireKnownVariables } from './reply-variables.ts';

const Params = Type.Object({ id: Type.Integer({ minimum: 1, maximum: 2_147_483_647 }) });
const Fields = Type.Omit(CannedReply, ['id']);

/** Replies kept ready: everybody uses them, supervisors keep them. */
export const replyRoutes: FastifyPluginAsyncTypebox<DeskRoutesOptions> = async (
  app,
  { staff, sources: { db }, requireOwnPage },
) => {
  app.addHook('onRequest', async (request) => {
    if (request.method !== 'GET') requireOwnPage(request);
    await staff.signedIn(request, request.method === 'GET' ? 'agent' : 'supervisor');
  });
  const requireRow = (row: CannedReply | undefined): CannedReply => {
    if (!row) throw new HexkeyError('not_found', 'There is no such reply (any more).');
    return row;
  };

  app.get(
    deskPaths.replies,
    { schema: { ...deskSchema, summary: 'Replies kept ready', response: { 200: Type.Array(CannedReply) } } },
    () => db.select().from(cannedReplies).orderBy(asc(cannedReplies.title), asc(cannedReplies.id)),
  );

  app.post(
    deskPaths.replies,
    {
      schema: { ...deskSchema, summary: 'Keep a reply ready', body: Fields, response: { 200: CannedReply } },
    },
    async ({ body }) => {
      requireKnownVariables(body.text);
      return requireRow((await db.insert(cannedReplies).values(body).returning())[0]);
    },
  );

  app.put(
    `${deskPaths.replies}/:id`,
    {
      schema: {
        ...deskSchema,
        summary: 'Change one',
        params: Params,
        body: Fields,
        response: { 200: CannedReply },
      },
    },
    async ({ params, body }) => {
      requireKnownVariables(body.text);
      const rows = await db
        .update(cannedReplies)
        .set(body)
        .where(eq(cannedReplies.id, params.id))
        .returning();
      return requireRow(rows[0]);
    },
  );

  app.delete(
    `${deskPaths.replies}/:id`,
    { schema: { ...deskSchema, summary: 'Delete one', params: Params, response: { 204: Type.Null() } } },
    async ({ params }, reply) => {
      requireRow((await db.delete(cannedReplies).where(eq(cannedReplies.id, params.id)).returning())[0]);
      return reply.code(204).send(null);
    },
  );
};
