import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import Type from 'typebox';
import { Still } from '#protocol';
import { HexkeyError } from '../../errors.ts';
import type { Identity } from '../../identity/index.ts';
import type { OpenedCalls } from '../create-calls.ts';
import { maxStillBytes } from './still-album.ts';

export interface StillRoutesOptions {
  calls: Pick<OpenedCalls, 'requireOwn' | 'addStill' | 'album' | 'links'>;
  identity: Pick<Identity, 'shopperOf'>;
}

const Id = Type.String({ pattern: '^[0-9a-f-]{36}$' });

/** Photos of a call: the customer's phone sends them; whoever was told an address sees them. */
export const stillRoutes: FastifyPluginAsyncTypebox<StillRoutesOptions> = async (
  app,
  { calls, identity },
) => {
  app.addContentTypeParser(
    'image/jpeg',
    { parseAs: 'buffer', bodyLimit: maxStillBytes },
    (_request, body, done) => done(null, body),
  );

  app.post(
    '/v1/calls/:call/stills',
    {
      bodyLimit: maxStillBytes,
      // Before eight megabytes are read it is known whose they are.
      onRequest: async (request) => {
        const { call } = request.params as { call: string };
        await calls.requireOwn(call, await identity.shopperOf(request));
      },
      schema: {
        tags: ['calls'],
        security: [{ shopper: [] }],
        summary: 'Show a photo (image/jpeg) to those in the call',
        params: Type.Object({ call: Id }),
        response: { 200: Still },
      },
    },
    async ({ params, body }) => {
      if (!Buffer.isBuffer(body))
        throw new HexkeyError('bad_request', 'Send the photo itself, with the content type image/jpeg.');
      return calls.addStill(params.call, body);
    },
  );

  app.get(
    '/v1/calls/:call/stills/:still',
    {
      schema: {
        tags: ['calls'],
        summary: 'A photo of a call, at the address told to those who may see it',
        params: Type.Object({ call: Id, still: Id }),
        querystring: Type.Object({
          until: Type.Integer({ minimum: 0 }),
          key: Type.String({ pattern: '^[A-Za-z0-9_-]{43}$' }),
        }),
      },
    },
    async ({ params: { call, still }, query: { until, key } }, reply) => {
      const picture = calls.links.isGood({ id: still, call }, until, key)
        ? await calls.album.picture(call, still)
        : undefined;
      if (!picture) throw new HexkeyError('not_found', 'There is no such photo, or its address has ended.');
      return reply
        .type('image/jpeg')
        .header('cache-control', 'private, max-age=3600, immutable')
        .header('cross-origin-resource-policy', 'same-origin')
        .send(Buffer.from(picture));
    },
  );
};
