import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import Type from 'typebox';
import { Gap, gapDeskPath, Lesson } from '#protocol';
import { HexkeyError } from '../errors.ts';
import type { OwnPageRule, Staff } from '../staff/index.ts';
import type { Gaps } from './contract.ts';

export interface GapRoutesOptions {
  gaps: Gaps;
  staff: Pick<Staff, 'signedIn'>;
  requireOwnPage: OwnPageRule;
}

/** What nobody could answer, for supervisors. */
export const gapRoutes: FastifyPluginAsyncTypebox<GapRoutesOptions> = async (
  app,
  { gaps, staff, requireOwnPage },
) => {
  const shown = { tags: ['desk'], security: [{ staff: [] }] };
  app.addHook('onRequest', async (request) => {
    if (request.method !== 'GET') requireOwnPage(request);
    await staff.signedIn(request, 'supervisor');
  });

  app.get(
    gapDeskPath,
    {
      schema: {
        ...shown,
        summary: 'Questions that were not answered, grouped by likeness, the most asked first',
        response: { 200: Type.Array(Gap) },
      },
    },
    () => gaps.list(),
  );

  app.delete(
    `${gapDeskPath}/:id`,
    {
      schema: {
        ...shown,
        summary: 'Take a group off the list until it is asked again',
        params: Type.Object({ id: Type.Integer({ minimum: 1, maximum: 2_147_483_647 }) }),
        response: { 204: Type.Null() },
      },
    },
    async ({ params: { id } }, reply) => {
      if (!(await gaps.dismiss(id))) throw new HexkeyError('not_found', 'That is off the list already.');
      return reply.code(204).send(null);
    },
  );

  app.post(
    `${gapDeskPath}/lessons`,
    {
      schema: {
        ...shown,
        summary: 'Teach what a wording asks for',
        body: Lesson,
        response: { 204: Type.Null() },
      },
    },
    async ({ body }, reply) => {
      await gaps.teach(body);
      return reply.code(204).send(null);
    },
  );
};
