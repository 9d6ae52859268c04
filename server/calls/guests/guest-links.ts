import { randomUUID } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import { errors, jwtVerify, SignJWT } from 'jose';
import { cleanText } from '../../clean-text.ts';
import { HexkeyError } from '../../errors.ts';
import type { Db } from '../../store/index.ts';
import { liveCall } from '../call-rows.ts';
import { callGuests } from '../tables.ts';

/** A link is opened within this time, or a new one is made. */
export const guestLinkMinutes = 30;
const algorithm = 'HS256';
const audience = 'hexkey-guest';

export interface GuestLinks {
  invite(
    call: string,
    guest: { name: string; invitedBy: string },
  ): Promise<{ token: string; expiresAt: Date }>;
  /** Takes back every link to a call. Answers the guests whose links they were. */
  revoke(call: string): Promise<string[]>;
  guestOf(token: string): Promise<{ call: string; guest: string; name: string }>;
}

export interface GuestLinksParts {
  db: Db;
  /** Signs the links. Other tokens are signed with other keys. */
  key: Uint8Array;
  now: () => Date;
}

/** A link is a JWT of the guest's row: it ends by itself, with its call, and when the row is gone. */
export function createGuestLinks({ db, key, now }: GuestLinksParts): GuestLinks {
  return {
    async invite(call, guest) {
      await liveCall(db, call);
      const name = cleanText(guest.name, 60);
      if (name === '') throw new HexkeyError('bad_request', 'Give the guest a name that can be read.');
      const id = randomUUID();
      const invitedAt = now();
      const expires = Math.floor(invitedAt.getTime() / 1000) + guestLinkMinutes * 60;
      const expiresAt = new Date(expires * 1000);
      await db
        .insert(callGuests)
        .values({ id, call, name, invitedBy: guest.invitedBy, invitedAt, expiresAt });
      const token = await new SignJWT({})
        .setProtectedHeader({ alg: algorithm })
        .setSubject(id)
        .setJti(call)
        .setAudience(audience)
        .setExpirationTime(expires)
        .sign(key);
      return { token, expiresAt };
    },

    async revoke(call) {
      const gone = await db
        .delete(callGuests)
        .where(eq(callGuests.call, call))
        .returning({ id: callGuests.id });
      return gone.map(({ id }) => id);
    },

    async guestOf(token) {
      const { payload } = await jwtVerify(token, key, {
        algorithms: [algorithm],
        audience,
        requiredClaims: ['sub', 'jti', 'exp'],
        currentDate: now(),
      }).catch((error: unknown) => {
        throw refused(error);
      });
      const [row] = await db
        .select()
        .from(callGuests)
        .where(and(eq(callGuests.id, payload.sub ?? ''), eq(callGuests.call, payload.jti ?? '')));
      if (!row) throw noLink();
      await liveCall(db, row.call);
      return { call: row.call, guest: row.id, name: row.name };
    },
  };
}

const noLink = (cause?: unknown) =>
  new HexkeyError(
    'not_signed_in',
    'This link opens nothing here. Ask whoever sent it for a new one.',
    cause === undefined ? undefined : { cause },
  );

function refused(error: unknown): HexkeyError {
  if (error instanceof errors.JWTExpired)
    return new HexkeyError('token_expired', 'This link has ended. Ask whoever sent it for a new one.');
  if (error instanceof errors.JOSEError) return noLink(error);
  return new HexkeyError('internal', 'The link could not be checked.', { cause: error });
}
