import { createHmac, timingSafeEqual } from 'node:crypto';

/** How long a link to somebody's data may be used. */
const validMs = 15 * 60_000;

/** Links by which customers fetch what is kept about them: signed, for one customer, and for a quarter of an hour. */
export interface RecordLinks {
  /** Where the file is, from the server's root on. */
  pathFor(customer: string): string;
  /** The customer of a link's last part; undefined where it is none of ours, or too old. */
  customerOf(ticket: string): string | undefined;
}

export function createRecordLinks(key: Uint8Array, now: () => Date = () => new Date()): RecordLinks {
  const signed = (said: string) => createHmac('sha256', key).update(said).digest('base64url');
  return {
    pathFor(customer) {
      const said = `${Buffer.from(customer).toString('base64url')}.${now().getTime() + validMs}`;
      return `/v1/my-data/${said}.${signed(said)}`;
    },
    customerOf(ticket) {
      const [customer = '', until = '', signature = ''] = ticket.split('.');
      const given = Buffer.from(signature);
      const own = Buffer.from(signed(`${customer}.${until}`));
      if (given.length !== own.length || !timingSafeEqual(given, own)) return undefined;
      return Number(until) > now().getTime() ? Buffer.from(customer, 'base64url').toString() : undefined;
    },
  };
}
