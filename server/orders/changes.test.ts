import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Address } from '#protocol';
import { demoShopper, prepareDemoShop } from '../demo/index.ts';
import { openStore } from '../store/index.ts';
import { engines, type FreshStore, freshPlace, freshStore } from '../store/testing/fresh-store.ts';
import { killProcess, startProcess } from '../store/testing/start-process.ts';
import { createOrders, type Orders } from './index.ts';

const timeZone = 'Europe/London';
const now = new Date('2031-03-03T10:00:00Z');
const office: Address = {
  label: 'office',
  recipient: 'Maya Ellison',
  street: '14 Quay Street',
  city: 'Leeds',
  postcode: 'LS1 4PL',
  country: 'GB',
};
const wardrobe = 'SO-45192';
const desk = 'SO-45912';
const bookcase = 'SO-36654';

describe.each(engines)('changing an order on %s', (engine) => {
  let store: FreshStore;
  let orders: Orders;
  let count = 0;
  const act = (order: string) => ({
    customer: demoShopper,
    order,
    idempotencyKey: `key ${count}`,
  });
  const kinds = async (order: string) =>
    (await orders.get(demoShopper, order))?.events.map(({ kind }) => kind);
  const times = async (order: string, kind: string) =>
    (await kinds(order))?.filter((one) => one === kind).length;

  beforeAll(async () => {
    store = await freshStore(engine);
    await prepareDemoShop(store, { timeZone, now });
    orders = createOrders(store, { timeZone, now: () => now });
  });
  afterAll(() => store.close());
  beforeEach(() => {
    count += 1;
  });

  it('sends it to another address, and the history says so', async () => {
    const view = await store.db.transaction((tx) =>
      orders.changeAddress(tx, { ...act(wardrobe), address: office }),
    );
    expect(view.address).toEqual(office);
    expect(view.events.at(-1)).toMatchObject({
      kind: 'address_changed',
      note: '14 Quay Street, Leeds LS1 4PL',
    });
  });

  it('does the same thing once, however often it is asked with one key', async () => {
    const before = (await times(wardrobe, 'address_changed')) ?? 0;
    const change = { ...act(wardrobe), address: office };
    const ask = () => store.db.transaction((tx) => orders.changeAddress(tx, change));
    await Promise.all([ask(), ask(), ask()]);
    expect(await times(wardrobe, 'address_changed')).toBe(before + 1);
  });

  it('refuses a key that was used for another change', async () => {
    await store.db.transaction((tx) => orders.changeAddress(tx, { ...act(wardrobe), address: office }));
    await expect(store.db.transaction((tx) => orders.cancel(tx, act(wardrobe)))).rejects.toMatchObject({
      code: 'conflict',
    });
  });

  it('leaves nothing behind when the transaction around it fails', async () => {
    const before = await orders.get(demoShopper, wardrobe);
    const failed = store.db.transaction(async (tx) => {
      await orders.cancel(tx, act(wardrobe));
      throw new Error('the reply could not be stored');
    });
    await expect(failed).rejects.toThrow('could not be stored');
    expect(await orders.get(demoShopper, wardrobe)).toEqual(before);
    expect(await orders.refund(demoShopper, wardrobe)).toMatchObject({ state: 'none' });
  });

  it('sends it by express at the difference in price, and says when it comes', async () => {
    const { price, expectedOn, order } = await store.db.transaction((tx) =>
      orders.upgradeShipping(tx, act(wardrobe)),
    );
    expect({ price, expectedOn }).toEqual({
      price: { amount: 1500, currency: 'GBP' },
      expectedOn: '2031-03-04',
    });
    expect(order).toMatchObject({ shipping: 'express', expectedOn: '2031-03-04', delayDays: 0 });
    const invoice = await orders.invoice(demoShopper, wardrobe);
    expect(invoice.total).toEqual({ amount: 34900 + 2 * 6900 + 900 + 1500, currency: 'GBP' });
    expect(invoice.lines.reduce((sum, { amount }) => sum + amount.amount, 0)).toBe(invoice.total.amount);
    expect((await orders.options(demoShopper, wardrobe)).upgradeShipping).toEqual({
      allowed: false,
      reason: 'already_express',
    });
  });

  it('gives back all that was paid for a cancelled order, upgrade included', async () => {
    const { refund, order } = await store.db.transaction((tx) => orders.cancel(tx, act(wardrobe)));
    expect(refund).toEqual({ amount: 51_100, currency: 'GBP' });
    expect(order.state).toBe('cancelled');
    expect(await orders.refund(demoShopper, wardrobe)).toEqual({
      amount: refund,
      state: 'processing',
      expectedOn: '2031-03-08',
    });
  });

  it('takes a delivered order back for the price of the goods', async () => {
    const terms = await store.db.transaction((tx) =>
      orders.startReturn(tx, { ...act(bookcase), reason: 'too wide' }),
    );
    expect(terms).toMatchObject({
      refund: { amount: 12_900 },
      collectOn: '2031-03-05',
      order: { state: 'return_requested' },
    });
    expect(await orders.refund(demoShopper, bookcase)).toMatchObject({ state: 'waiting_for_goods' });
  });

  it.each([
    ['changeAddress', desk, 'shipped'],
    ['changeAddress', bookcase, 'delivered'],
    ['cancel', wardrobe, 'cancelled'],
    ['cancel', desk, 'shipped'],
    ['upgradeShipping', 'SO-47305', 'shipped'],
    ['startReturn', desk, 'not_delivered'],
    ['startReturn', bookcase, 'already_returning'],
    ['startReturn', 'SO-22418', 'window_closed'],
    ['startReturn', wardrobe, 'cancelled'],
  ] as const)('%s of %s is too late: %s', async (change, order, reason) => {
    const before = await orders.get(demoShopper, order);
    const asked = store.db.transaction<unknown>((tx) =>
      orders[change](tx, { ...act(order), address: office }),
    );
    await expect(asked).rejects.toMatchObject({ code: 'too_late', reason });
    expect(await orders.get(demoShopper, order)).toEqual(before);
  });

  it("finds no order that is another customer's, to read or to change", async () => {
    const stranger = 'demo-0002';
    expect((await orders.list(stranger)).map(({ number }) => number)).not.toContain(desk);
    expect(await orders.get(stranger, desk)).toBeUndefined();
    for (const read of [orders.options, orders.refund, orders.invoice])
      await expect(read(stranger, desk)).rejects.toMatchObject({ code: 'not_found' });
    for (const change of ['changeAddress', 'cancel', 'upgradeShipping', 'startReturn'] as const) {
      const asked = store.db.transaction<unknown>((tx) =>
        orders[change](tx, { ...act('SO-47305'), customer: stranger, address: office }),
      );
      await expect(asked).rejects.toMatchObject({ code: 'not_found' });
    }
  });
});

describe.each(engines)('two changes at once on %s', (engine) => {
  it('are made one after the other: what is cancelled is not sent anywhere', async () => {
    const store = await freshStore(engine);
    await prepareDemoShop(store, { timeZone, now });
    const orders = createOrders(store, { timeZone, now: () => now });
    const act = { customer: demoShopper, order: wardrobe };
    const results = await Promise.allSettled([
      store.db.transaction((tx) => orders.cancel(tx, { ...act, idempotencyKey: 'a' })),
      store.db.transaction((tx) => orders.cancel(tx, { ...act, idempotencyKey: 'b' })),
      store.db.transaction((tx) => orders.cancel(tx, { ...act, idempotencyKey: 'c' })),
    ]);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const result of results)
      if (result.status === 'rejected')
        expect(result.reason).toMatchObject({ code: 'too_late', reason: 'cancelled' });
    const events = (await orders.get(demoShopper, wardrobe))?.events ?? [];
    expect(events.filter(({ kind }) => kind === 'cancelled')).toHaveLength(1);
    await store.close();
  });
});

describe.each(engines)('a process killed on %s', (engine) => {
  it.each([
    ['before', 0],
    ['after', 1],
  ] as const)('%s its commit leaves %i changes, and one when asked again', async (moment, left) => {
    const { settings, remove } = await freshPlace(engine);
    const filled = await openStore(settings);
    await prepareDemoShop(filled, { timeZone });
    await filled.close();
    const script = new URL('./testing/act-and-hang.ts', import.meta.url);
    const hanging = await startProcess(script, [JSON.stringify(settings), moment, 'yes']);
    await killProcess(hanging.process);
    const store = await openStore(settings);
    const orders = createOrders(store, { timeZone });
    const changes = async () =>
      (await orders.get(demoShopper, wardrobe))?.events.filter(({ kind }) => kind === 'address_changed')
        .length;
    expect(await changes()).toBe(left);
    const again = { customer: demoShopper, order: wardrobe, idempotencyKey: 'yes', address: office };
    await store.db.transaction((tx) => orders.changeAddress(tx, again));
    expect(await changes()).toBe(1);
    await store.close();
    await remove();
  });
});
