import { createHmac, timingSafeEqual } from 'node:crypto';
import { HexkeyError } from '../../errors.ts';

/** Seconds by which a message's time may differ from now, so that an old one cannot be sent again. */
const windowSeconds = 300;

export const timestampHeader = 'hexkey-timestamp';
export const signatureHeader = 'hexkey-signature';

/** Hexadecimal HMAC-SHA256 over `<unix seconds>.<body as sent>`. */
export const sign = (secret: string, timestamp: string, body: Uint8Array): string =>
  createHmac('sha256', secret).update(`${timestamp}.`).update(body).digest('hex');

/** Throws `bad_signature` unless the headers prove who sent `body`, and that it was sent just now. */
export function checkSignature(
  secret: string,
  headers: Record<string, string | string[] | undefined>,
  body: Uint8Array,
  now: Date,
): void {
  const timestamp = headers[timestampHeader];
  const signature = headers[signatureHeader];
  if (typeof timestamp !== 'string' || typeof signature !== 'string' || !/^\d{1,12}$/.test(timestamp))
    throw badSignature(`Send ${timestampHeader} (unix seconds) and ${signatureHeader}.`);
  if (!matches(signature, sign(secret, timestamp, body)))
    throw badSignature(
      `Sign "<${timestampHeader}>.<body>" with HMAC-SHA256 and the webhook secret, in hexadecimal.`,
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
