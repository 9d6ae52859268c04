import { createHmac, timingSafeEqual } from 'node:crypto';
import { HexkeyError } from '../../errors.ts';

/** Seconds by which a message's time may differ from now, so that an old one cannot be sent again. */
const windowSeconds = 300;

export const timestampHeader = 'hexkey-timestamp';
export const signatureHeader = 'hexkey-signature';

/** A carrier's own secret, which is good for its messages alone. */
export const carrierSecret = (webhookSecret: string, carrier: string): string =>
  createHmac('sha256', webhookSecret).update(`carrier ${carrier}`).digest('base64url');

export interface SignedRequest {
  method: string;
  /** Without host and query: `/v1/carriers/<carrier>/events`. */
  path: string;
  /** Unix seconds, as in the header. */
  timestamp: string;
  body: Uint8Array;
}

/** `v2=` and the hexadecimal HMAC-SHA256 over `<method>\n<path>\n<unix seconds>\n<body as sent>`. */
export const sign = (secret: string, { method, path, timestamp, body }: SignedRequest): string =>
  `v2=${createHmac('sha256', secret).update(`${method}\n${path}\n${timestamp}\n`).update(body).digest('hex')}`;

/** The old form, in which neither the carrier nor the path is signed: over `<unix seconds>.<body as sent>`. */
export const signShared = (webhookSecret: string, timestamp: string, body: Uint8Array): string =>
  createHmac('sha256', webhookSecret).update(`${timestamp}.`).update(body).digest('hex');

/** Throws `bad_signature` unless the headers prove who sent `body`, and that it was sent just now. */
export function checkSignature(
  { webhookSecret, sharedSecret }: { webhookSecret: string; sharedSecret: boolean },
  carrier: string,
  headers: Record<string, string | string[] | undefined>,
  request: Omit<SignedRequest, 'timestamp'>,
  now: Date,
): void {
  const timestamp = headers[timestampHeader];
  const signature = headers[signatureHeader];
  if (typeof timestamp !== 'string' || typeof signature !== 'string' || !/^\d{1,12}$/.test(timestamp))
    throw badSignature(`Send ${timestampHeader} (unix seconds) and ${signatureHeader}.`);
  const isOwn = matches(signature, sign(carrierSecret(webhookSecret, carrier), { ...request, timestamp }));
  const isShared = sharedSecret && matches(signature, signShared(webhookSecret, timestamp, request.body));
  if (!isOwn && !isShared)
    throw badSignature(
      "Sign method, path, time and body, a line each, with HMAC-SHA256 and the carrier's own secret: v2=<hexadecimal>.",
    );
  if (Math.abs(now.getTime() / 1000 - Number(timestamp)) > windowSeconds)
    throw badSignature(
      `Its time is more than ${windowSeconds} s from now: set the clock, and sign each sending anew.`,
    );
}

const matches = (given: string, expected: string) =>
  given.length === expected.length && timingSafeEqual(Buffer.from(given), Buffer.from(expected));

const badSignature = (what: string) =>
  new HexkeyError('bad_signature', `The message's signature is missing, wrong or old. ${what}`);
