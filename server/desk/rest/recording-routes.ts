import { dirname } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import Type from 'typebox';
import { CallRecording, deskPaths } from '#protocol';
import { ConversationParams, type DeskRoutesOptions, deskSchema } from './options.ts';

const Id = Type.String({ pattern: '^[0-9a-f-]{36}$' });

/** Recordings of calls: for supervisors alone, to see, play and delete. */
export const recordingRoutes: FastifyPluginAsyncTypebox<DeskRoutesOptions> = async (
  app,
  { staff, sources: { calls }, requireOwnPage },
) => {
  const { recordings } = calls;
  // Lends the reply its `sendFile`: the folder of recordings is made with the first of them.
  await app.register(fastifyStatic, { root: dirname(recordings.path), serve: false });
  app.addHook('onRequest', async (request) => {
    if (request.method !== 'GET') requireOwnPage(request);
    await staff.signedIn(request, 'supervisor');
  });

  app.get(
    deskPaths.recordings,
    {
      schema: {
        ...deskSchema,
        summary: 'Recordings of calls, newest first',
        querystring: Type.Partial(ConversationParams),
        response: { 200: Type.Array(CallRecording) },
      },
    },
    ({ query }) => recordings.list(query.conversation),
  );

  app.get(
    deskPaths.recordedTrack(':track').replace('%3A', ':'),
    {
      schema: {
        ...deskSchema,
        summary: 'One track of a recording (video/webm), whole or in ranges',
        params: Type.Object({ track: Id }),
      },
    },
    async ({ params }, reply) =>
      reply
        .header('cache-control', 'private, no-store')
        .header('cross-origin-resource-policy', 'same-origin')
        .sendFile(await recordings.fileOf(params.track), recordings.path, { cacheControl: false }),
  );

  app.delete(
    deskPaths.recording(':call').replace('%3A', ':'),
    {
      schema: {
        ...deskSchema,
        summary: "Delete a call's recording",
        params: Type.Object({ call: Id }),
        response: { 204: Type.Null() },
      },
    },
    async (request, reply) => {
      const { call } = request.params;
      await recordings.remove(call);
      request.log.info({ call }, 'the recording of a call was deleted by a supervisor');
      return reply.code(204).send(null);
    },
  );
};
