import { describe, expect, it } from 'vitest';
import { createRecordLinks } from './record-links.ts';

describe('a link to what is kept about a customer', () => {
  let now = new Date('2031-03-03T09:00:00Z');
  const links = createRecordLinks(new Uint8Array(32).fill(7), () => now);
  const ticketFor = (customer: string) => links.pathFor(customer).split('/').at(-1) ?? '';

  it('is for that customer', () => {
    expect(links.customerOf(ticketFor('maya.é-1'))).toBe('maya.é-1');
  });

  it('cannot be made for another, or for longer', () => {
    const [customer = '', until = '', signature = ''] = ticketFor('maya').split('.');
    const other = Buffer.from('noah').toString('base64url');
    expect(links.customerOf(`${other}.${until}.${signature}`)).toBeUndefined();
    expect(links.customerOf(`${customer}.${Number(until) + 1}.${signature}`)).toBeUndefined();
    expect(links.customerOf('nonsense')).toBeUndefined();
  });

  it('ends after a quarter of an hour', () => {
    const ticket = ticketFor('maya');
    now = new Date('2031-03-03T09:14:59Z');
    expect(links.customerOf(ticket)).toBe('maya');
    now = new Date('2031-03-03T09:15:01Z');
    expect(links.customerOf(ticket)).toBeUndefined();
  });
});
