import Fastify, { type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TicketDraft } from '#protocol';
import { demoShopper, prepareDemoShop } from '../demo/index.ts';
import { createIdentity } from '../identity/index.ts';
import { createOrders, type Orders } from '../orders/index.ts';
import { errors } from '../plugins/errors.ts';
import { engines, type FreshStore, freshStore } from '../store/testing/fresh-store.ts';
import { changeTicket, createTickets, writeTicket } from '../tickets/index.ts';
import { feedRoutes } from './index.ts';

const timeZone = 'Europe/London';
const now = new Date('2031-03-03T10:00:00Z');
const shopKey = 'the-key-of-the-shop-thirty-two-characters';
const at = now.toISOString();
const wardrobe = 'SO-45192';
const office = {
  label: 'office',
  recipient: 'Maya Ellison',
  street: '14 Quay Street',
  city: 'Leeds',
  postcode: 'LS1 4PL',
  country: 'GB',
};

describe.each(engines)('what the shop learns of changes on %s', (engine) => {
  let store: FreshStore;
  let orders: Orders;
  let app: FastifyInstance;
  const tickets = createTickets({ now: () => now });

  beforeAll(async () => {
    store = await freshStore(engine);
    await prepareDemoShop(store, { timeZone, now });
    orders = createOrders(store, { timeZone, now: () => now });
    app = Fastify();
    await app.register(errors, {});
    await app.register(feedRoutes, {
      identity: createIdentity({ ...store.settings, HEXKEY_SHOP_KEY: shopKey }),
      store,
    });
  });
  afterAll(async () => {
    await app.close();
    await store.close();
  });

  async function changes(query = '', key = shopKey) {
    const headers = { authorization: `Bearer ${key}` };
    const response = await app.inject({ url: `/v1/shop/changes${query}`, headers });
    return { status: response.statusCode, body: response.json() };
  }
  const act = (idempotencyKey: string) => ({ customer: demoShopper, order: wardrobe, idempotencyKey });
  const about = { at, customer: demoShopper, order: wardrobe };
  const changeAddress = (key: string) =>
    store.db.transaction((tx) => orders.changeAddress(tx, { ...act(key), address: office }));

  it('is nothing before the first, with a cursor to go on from', async () => {
    expect((await changes()).body).toEqual({ changes: [], next: '0', more: false });
  });

  it('is every change once, in its order, page by page', async () => {
    await changeAddress('address');
    await changeAddress('address');
    await store.db.transaction((tx) => orders.upgradeShipping(tx, act('upgrade')));
    const ticket = {
      customer: demoShopper,
      conversation: 'a conversation',
      order: wardrobe,
      kind: 'defect' as const,
      summary: 'A door is scratched',
      facts: [{ label: 'Part', value: 'door' }],
      idempotencyKey: 'ticket',
    };
    const open = () => store.db.transaction((tx) => tickets.open(tx, ticket));
    const { number } = await open();
    await open();
    await store.db.transaction((tx) => orders.cancel(tx, { ...act('cancel'), reason: 'too late' }));

    const first = (await changes('?limit=2')).body;
    expect(first.changes).toEqual([
      { kind: 'address_changed', ...about, address: office },
      {
        kind: 'shipping_upgraded',
        ...about,
        price: { amount: 1500, currency: 'GBP' },
        expectedOn: '2031-03-04',
        shipping: 'express',
        payments: [
          {
            amount: { amount: 1500, currency: 'GBP' },
            method: { id: 'card-4417', kind: 'card', label: 'Visa', ending: '4417' },
          },
        ],
      },
    ]);
    expect(first.more).toBe(true);

    const second = (await changes(`?limit=2&after=${first.next}`)).body;
    expect(second.changes).toMatchObject([
      { kind: 'ticket_opened', ...about, ticket: { number, kind: 'defect', summary: 'A door is scratched' } },
      {
        kind: 'cancelled',
        ...about,
        refund: { amount: expect.any(Number), currency: 'GBP' },
        reason: 'too late',
      },
    ]);
    expect(second.more).toBe(false);
    expect((await changes(`?after=${second.next}`)).body).toEqual({
      changes: [],
      next: second.next,
      more: false,
    });
  });

  it('is not a change whose transaction failed', async () => {
    const { next } = (await changes('?limit=500')).body;
    const failed = store.db.transaction(async (tx) => {
      await orders.changeAddress(tx, { ...act('failing'), order: 'SO-47305', address: office });
      throw new Error('the reply could not be stored');
    });
    await expect(failed).rejects.toThrow();
    expect((await changes(`?after=${next}`)).body.changes).toEqual([]);
  });

  it('is what staff write and change of tickets, too', async () => {
    const { next } = (await changes('?limit=500')).body;
    const by = { id: 's-1', name: 'Ana', email: 'ana@shop.example', role: 'agent' } as const;
    const draft: TicketDraft = {
      conversation: 'a conversation',
      problem: 'A door is scratched',
      order: wardrobe,
      stepsTried: [],
      keyLines: [],
      stills: [],
      facts: [],
      department: 'technical',
      state: 'open',
      dueAt: at,
    };
    const { number, version } = await writeTicket(store.db, { by, customer: demoShopper, now }, draft);
    await changeTicket(store.db, number, { ...draft, version, state: 'solved' }, now);
    expect((await changes(`?after=${next}`)).body.changes).toMatchObject([
      { kind: 'ticket_opened', ...about, ticket: { number, kind: 'defect' } },
      { kind: 'ticket_changed', ...about, ticket: { number, state: 'solved', department: 'technical' } },
    ]);
  });

  it('is for the shop alone', async () => {
    expect((await changes('', 'x'.repeat(40))).status).toBe(403);
  });

  it.each(['?after=yesterday', '?limit=0', '?limit=501'])('is refused for %s', async (query) => {
    expect((await changes(query)).status).toBe(400);
  });
});
