import { createHmac, timingSafeEqual } from 'node:crypto';

/** Hours for which the address of a photo that somebody was told shows it. */
const lifeHours = 12;

export interface StillLinks {
  /** An address that shows the photo to whoever was told it. */
  urlOf(still: { id: string; call: string }): string;
  /** Whether `until` (seconds since 1970) and `key` are of an address made here, and it has not ended. */
  isGood(still: { id: string; call: string }, until: number, key: string): boolean;
}

/** Pictures in a page carry no token: their addresses are signed, and only those in the call and staff are told them. */
export function createStillLinks(secret: Uint8Array, now: () => Date): StillLinks {
  const sign = (call: string, id: string, until: number) =>
    createHmac('sha256', secret).update(`${call}/${id}/${until}`).digest();
  return {
    urlOf({ id, call }) {
      const until = Math.ceil(now().getTime() / 1000) + lifeHours * 3600;
      return `/v1/calls/${call}/stills/${id}?until=${until}&key=${sign(call, id, until).toString('base64url')}`;
    },
    isGood({ id, call }, until, key) {
      const given = Buffer.from(key, 'base64url');
      const right = sign(call, id, until);
      return given.length === right.length && timingSafeEqual(given, right) && until * 1000 > now().getTime();
    },
  };
}
