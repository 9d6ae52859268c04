import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { orderStates } from '#protocol';
import { createCatalogue } from '../catalogue/index.ts';
import { cannedReplies } from '../desk/tables.ts';
import { createOrders, dayOf } from '../orders/index.ts';
import { engines, type FreshStore, freshStore } from '../store/testing/fresh-store.ts';
import { inventOrders } from './invent-orders.ts';
import { demoShopper, inventPeople } from './people.ts';
import { prepareDemoShop } from './prepare.ts';
import { demoProducts } from './products.ts';
import { seeded } from './random.ts';

const timeZone = 'Europe/London';
const monday = new Date('2031-03-03T03:10:00Z');
const thursday = new Date('2031-03-06T02:00:00Z');

describe('the invented shop', () => {
  const invent = () => {
    const random = seeded(7);
    const people = inventPeople(random, 200);
    return { people, orders: inventOrders(random, people, demoProducts(), 800) };
  };

  it('is the same every time', () => {
    expect(invent()).toEqual(invent());
  });

  it('has 60 products, 200 customers and 800 orders in every state', () => {
    const { people, orders } = invent();
    expect(new Set(demoProducts().map(({ slug }) => slug)).size).toBe(60);
    expect(new Set(people.map(({ id }) => id)).size).toBe(200);
    expect(new Set(orders.map(({ number }) => number)).size).toBe(800);
    expect(new Set(orders.map(({ state }) => state))).toEqual(new Set(orderStates));
  });

  it('tells every history in order, and none of it after today', () => {
    for (const { number, events } of invent().orders) {
      const moments = events.map(
        ({ day, time }) => day * 1440 + Number(time.slice(0, 2)) * 60 + Number(time.slice(3)),
      );
      expect(moments, number).toEqual(moments.toSorted((a, b) => a - b));
      expect(Math.max(...events.map(({ day }) => day)), number).toBeLessThanOrEqual(0);
    }
  });
});

describe.each(engines)('the demo shop on %s', (engine) => {
  let store: FreshStore;
  beforeAll(async () => {
    store = await freshStore(engine);
  });
  afterAll(() => store.close());

  const ordersAt = (now: Date) => createOrders(store, { timeZone, now: () => now });

  it('fills an empty store once', async () => {
    expect(await prepareDemoShop(store, { timeZone, now: monday })).toBe('filled');
    expect(await prepareDemoShop(store, { timeZone, now: monday })).toBe('unchanged');
    expect(await createCatalogue(store).all()).toHaveLength(60);
  });

  it('gives its staff replies to begin with, in both languages', async () => {
    const replies = await store.db.select().from(cannedReplies);
    const chinese = replies.filter(({ text }) => /\p{Script=Han}/u.test(text));
    expect(chinese.length).toBeGreaterThan(4);
    expect(replies).toHaveLength(2 * chinese.length);
    for (const variable of ['customer', 'order', 'product', 'agent'])
      expect(replies.filter(({ text }) => text.includes(`{{${variable}}}`)).length).toBeGreaterThan(1);
  });

  it('gives its shopper a wardrobe that can still be sent to the office', async () => {
    const orders = ordersAt(monday);
    const order = await orders.get(demoShopper, 'SO-45192');
    expect(order).toMatchObject({
      state: 'packed',
      expectedOn: '2031-03-05',
      mainProduct: { noun: 'wardrobe' },
    });
    const options = await orders.options(demoShopper, 'SO-45192');
    expect(options.changeAddress).toEqual({ allowed: true });
    const customer = await orders.customer(demoShopper);
    expect(customer?.addresses.map(({ label }) => label)).toContain('office');
  });

  it('never tells of what is yet to happen, however early in the day it is opened', async () => {
    for (const { number } of await ordersAt(monday).list(demoShopper)) {
      const order = await ordersAt(monday).get(demoShopper, number);
      for (const { at } of order?.events ?? []) expect(Date.parse(at)).toBeLessThanOrEqual(monday.getTime());
    }
  });

  it('rolls forward with the calendar, so that tomorrow stays tomorrow', async () => {
    const before = await ordersAt(monday).list(demoShopper);
    expect(await prepareDemoShop(store, { timeZone, now: thursday })).toBe('rolled');
    const after = await ordersAt(thursday).list(demoShopper);
    const distances = (briefs: typeof before, now: Date) =>
      briefs.map(({ number, expectedOn = '' }) => [
        number,
        (Date.parse(expectedOn) - Date.parse(dayOf(now, timeZone))) / 86_400_000,
      ]);
    expect(distances(after, thursday)).toEqual(distances(before, monday));
    for (const { placedAt } of after) expect(Date.parse(placedAt)).toBeLessThanOrEqual(thursday.getTime());
  });
});

describe.each(engines)("a shop's own store on %s", (engine) => {
  it('is left alone', async () => {
    const store = await freshStore(engine);
    const { saveProducts } = await import('../catalogue/index.ts');
    await saveProducts(store.db, demoProducts().slice(0, 1));
    expect(await prepareDemoShop(store, { timeZone })).toBe('not_a_demo');
    expect(await createCatalogue(store).all()).toHaveLength(1);
    await store.close();
  });
});
