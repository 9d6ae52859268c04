import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import Type from 'typebox';
import { DeskFigures, deskPaths, InternalNote, Still } from '#protocol';
import { ConversationParams, type DeskRoutesOptions, deskSchema } from './options.ts';

const of = (path: (conversation: string) => string) => path(':conversation').replace('%3A', ':');

/** Notes and photos of a conversation, and the figures of the day. */
export const conversationRoutes: FastifyPluginAsyncTypebox<DeskRoutesOptions> = async (
  app,
  { staff, desk, sources, requireOwnPage },
) => {
  app.addHook('onRequest', async (request) => {
    if (request.method !== 'GET') requireOwnPage(request);
  });

  app.post(
    of(deskPaths.notes),
    {
      schema: {
        ...deskSchema,
        summary: 'Note something that staff alone see',
        params: ConversationParams,
        body: Type.Object({ text: InternalNote.properties.text }),
        response: { 200: InternalNote },
      },
    },
    async (request) => {
      const { staff: member } = await staff.signedIn(request);
      const { conversation } = request.params;
      await desk.requireReadable(member, conversation);
      return desk.addNote(member, conversation, request.body.text);
    },
  );

  app.get(
    of(deskPaths.stills),
    {
      schema: {
        ...deskSchema,
        summary: "Photos of a conversation's calls, oldest first",
        params: ConversationParams,
        response: { 200: Type.Array(Still) },
      },
    },
    async (request) => {
      const { staff: member } = await staff.signedIn(request);
      await desk.requireReadable(member, request.params.conversation);
      return sources.calls.stills(request.params.conversation);
    },
  );

  app.get(
    '/v1/desk/figures',
    { schema: { ...deskSchema, summary: 'The figures of the day', response: { 200: DeskFigures } } },
    async (request) => {
      await staff.signedIn(request);
      return desk.figures();
    },
  );
};
