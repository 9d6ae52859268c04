import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import Type, { type Static } from 'typebox';
import { HexkeyError } from '../../errors.ts';
import type { Identity } from '../../identity/index.ts';
import { unstorableText } from '../../storable-text.ts';
import type { Store } from '../../store/index.ts';
import { CarrierEvents, Taken, wrongDate } from './schemas.ts';
import { checkSignature, signatureHeader, timestampHeader } from './signature.ts';
import { takeCarrierEvent } from './take-event.ts';

export interface CarrierRoutesOptions {
  identity: Pick<Identity, 'webhookSecret'>;
  store: Store;
  timeZone: string;
  /** Take the old form of signatures, too; see `signShared`. */
  sharedSecret?: boolean;
  now?: () => Date;
}

const Carrier = Type.Object({ carrier: Type.String({ pattern: '^[a-z0-9-]{1,60}$' }) });
const Signed = Type.Object({
  [timestampHeader]: Type.String({ description: 'Unix time in seconds.' }),
  [signatureHeader]: Type.String({
    description:
      '"v2=" and HMAC-SHA256 over method, path, timestamp and body, a line feed between them, in hexadecimal.',
  }),
});

/** Carriers tell of parcels here. Signed; repeated and reordered messages are harmless. */
export const carrierRoutes: FastifyPluginAsyncTypebox<CarrierRoutesOptions> = async (
  app,
  { identity, store, timeZone, sharedSecret = false, now = () => new Date() },
) => {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, body, done) =>
    done(null, body),
  );
  app.addHook('preValidation', async (request) => {
    const sent = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
    const { carrier } = request.params as { carrier: string };
    checkSignature(
      { webhookSecret: identity.webhookSecret, sharedSecret },
      carrier,
      request.headers,
      { method: request.method, path: `/v1/carriers/${carrier}/events`, body: sent },
      now(),
    );
    request.body = parse(sent);
  });

  app.post(
    '/v1/carriers/:carrier/events',
    {
      schema: {
        tags: ['carriers'],
        summary: 'Take in what a carrier tells of parcels',
        params: Carrier,
        headers: Signed,
        body: CarrierEvents,
        response: { 200: Taken },
      },
    },
    async ({ params: { carrier }, body: { events } }) => {
      const counts = { taken: 0, known: 0, unmatched: 0 };
      const refused: Static<typeof Taken>['refused'] = [];
      for (const event of events) {
        const wrong = wrongDate(event);
        if (wrong) refused.push({ id: event.id, message: wrong });
        else counts[await takeCarrierEvent(store.db, carrier, event, { at: now(), timeZone })] += 1;
      }
      return { ...counts, refused };
    },
  );
};

function parse(body: Buffer): unknown {
  const value = parseJson(body.toString('utf8'));
  if (unstorableText(value) !== undefined)
    throw new HexkeyError('bad_request', 'A text holds the character NUL, or half of a character.');
  return value;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new HexkeyError('bad_request', 'The body is no JSON.', { cause: error });
  }
}
