import Fastify, { type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { catalogueRoutes, createCatalogue } from '../catalogue/index.ts';
import { feedRoutes } from '../feed/index.ts';
import { createIdentity } from '../identity/index.ts';
import { errors } from '../plugins/errors.ts';
import { engines, type FreshStore, freshStore } from '../store/testing/fresh-store.ts';
import { createOrders, importRoutes, type Orders } from './index.ts';
import {
  bottle,
  fillVariantShop,
  home,
  shopNow,
  shopOrder,
  shopper,
  shopTimeZone,
} from './testing/variant-shop.ts';

const shopKey = 'the-key-of-the-shop-thirty-two-characters';

describe.each(engines)("what the shop's back end sends on %s", (engine) => {
  let store: FreshStore;
  let app: FastifyInstance;
  let orders: Orders;

  beforeAll(async () => {
    store = await freshStore(engine);
    await fillVariantShop(store.db);
    orders = createOrders(store, { timeZone: shopTimeZone, now: () => shopNow });
    const identity = createIdentity({ ...store.settings, HEXKEY_SHOP_KEY: shopKey });
    app = Fastify();
    await app.register(errors, {});
    await app.register(importRoutes, { identity, store });
    await app.register(feedRoutes, { identity, store });
    await app.register(catalogueRoutes, { catalogue: createCatalogue(store), identity, store });
  });
  afterAll(async () => {
    await app.close();
    await store.close();
  });

  const call = async (method: 'GET' | 'PUT', url: string, payload?: object) => {
    const headers = { authorization: `Bearer ${shopKey}` };
    const response = await app.inject({ method, url, headers, ...(payload && { payload }) });
    return { status: response.statusCode, body: response.json() };
  };
  const office = { ...home, label: 'office', street: '1 New Road' };
  const move = (number: string) =>
    store.db.transaction((tx) =>
      orders.changeAddress(tx, {
        customer: shopper,
        order: number,
        idempotencyKey: `move ${number}`,
        address: office,
      }),
    );

  it('takes products in variants, and gives them back as they were', async () => {
    const sent = {
      slug: '8310926033',
      name: 'Water Bottle',
      variants: bottle.variants,
    };
    expect(await call('PUT', '/v1/shop/products', [sent])).toMatchObject({ status: 200 });
    const { body } = await call('GET', '/v1/products/8310926033');
    expect(body).toMatchObject({ name: 'Water Bottle', price: { amount: 4600 }, variants: bottle.variants });
    expect(body).not.toHaveProperty('dimensions');
    expect((await call('GET', '/v1/products?q=steel+bottle')).body[0].slug).toMatch(/bottle|8310926033/);
  });

  it.each([
    ['neither a price nor variants', { slug: 'x', name: 'X' }],
    [
      'prices in two currencies',
      { slug: 'x', name: 'X', price: { amount: 1, currency: 'GBP' }, variants: bottle.variants },
    ],
    [
      'two variants of one SKU',
      { slug: 'x', name: 'X', variants: [bottle.variants?.[0], bottle.variants?.[0]] },
    ],
  ])('refuses a product with %s', async (_what, product) => {
    expect(await call('PUT', '/v1/shop/products', [product])).toMatchObject({
      status: 400,
      body: { code: 'bad_request' },
    });
  });

  it.each([
    ['products', { slug: 'x', name: 'X', price: { amount: 1, currency: 'GBP' } }, 'x'],
    [
      'delivery-options',
      { id: 'post', price: { amount: 1, currency: 'GBP' }, minDays: 1, maxDays: 2 },
      'post',
    ],
  ])('refuses a list of %s that names one twice, and says which', async (list, one, name) => {
    expect(await call('PUT', `/v1/shop/${list}`, [one, one])).toEqual({
      status: 400,
      body: expect.objectContaining({
        code: 'bad_request',
        message: `${name} is in the list twice. Send each once.`,
      }),
    });
  });

  it('refuses a payment by a method that the customer does not have', async () => {
    const order = shopOrder('#2001', { payments: [{ amount: 1, method: 'no-such-method' }] });
    expect(await call('PUT', '/v1/shop/orders', [order])).toMatchObject({ status: 400 });
    expect(await orders.get(shopper, '#2001')).toBeUndefined();
  });

  describe('does not undo what customers changed', () => {
    it('after the cursor that it names; what else it says is taken', async () => {
      await call('PUT', '/v1/shop/orders', [shopOrder('#2002')]);
      const { next } = (await call('GET', '/v1/shop/changes?limit=500')).body;
      await move('#2002');
      const list = [shopOrder('#2002', { state: 'packed', carrier: 'Northway' })];
      const { body } = await call('PUT', `/v1/shop/orders?after=${next}`, list);
      expect(body).toMatchObject({
        saved: 1,
        kept: [
          { order: '#2002', parts: ['address'], changes: [{ kind: 'address_changed', address: office }] },
        ],
      });
      const view = await orders.get(shopper, '#2002');
      expect(view).toMatchObject({ state: 'packed', carrier: 'Northway', address: office });
      expect(view?.events.map(({ kind }) => kind)).toContain('address_changed');
    });

    it('that it has not read from the feed yet, where it names no cursor', async () => {
      await call('PUT', '/v1/shop/orders', [shopOrder('#2003')]);
      await move('#2003');
      await call('PUT', '/v1/shop/orders', [shopOrder('#2003')]);
      expect(await orders.get(shopper, '#2003')).toMatchObject({ address: office });
      const { next } = (await call('GET', '/v1/shop/changes?limit=500')).body;
      await call('GET', `/v1/shop/changes?after=${next}`);
      await call('PUT', '/v1/shop/orders', [shopOrder('#2003')]);
      expect(await orders.get(shopper, '#2003')).toMatchObject({ address: home });
    });

    it('by bringing a cancelled order back, or a balance that was spent', async () => {
      await call('PUT', '/v1/shop/orders', [
        shopOrder('#2004', { payments: [{ amount: 25_842, method: 'gift' }] }),
      ]);
      const { next } = (await call('GET', '/v1/shop/changes?limit=500')).body;
      const act = { customer: shopper, order: '#2004', idempotencyKey: 'cancel 2004' };
      await store.db.transaction((tx) => orders.cancel(tx, act));
      const before = await orders.customer(shopper);
      await call('PUT', `/v1/shop/orders?after=${next}`, [
        shopOrder('#2004', { payments: [{ amount: 25_842, method: 'gift' }] }),
      ]);
      const { body } = await call('PUT', `/v1/shop/customers?after=${next}`, [
        {
          id: shopper,
          firstName: 'Ines',
          name: 'Ines Duarte-Ruiz',
          email: 'ines@shop.example',
          addresses: before?.addresses,
          paymentMethods: [
            { id: 'gift', kind: 'gift_card', label: 'Gift card', balance: { amount: 1, currency: 'EUR' } },
          ],
        },
      ]);
      expect(body.kept).toMatchObject([{ customer: shopper, parts: ['balances'] }]);
      expect(await orders.get(shopper, '#2004')).toMatchObject({
        state: 'cancelled',
        refunds: [{ state: 'paid', amount: { amount: 25_842 } }],
      });
      const after = await orders.customer(shopper);
      expect(after?.name).toBe('Ines Duarte-Ruiz');
      expect(after?.paymentMethods).toEqual([before?.paymentMethods.find(({ id }) => id === 'gift')]);
    });
  });

  it('sets policies in part, and answers what holds then', async () => {
    const { body } = await call('PUT', '/v1/shop/policies', {
      returnWindowDays: 'no_end',
      until: { cancel: 'placed' },
    });
    expect(body).toMatchObject({
      returnWindowDays: 'no_end',
      until: { cancel: 'placed', changeAddress: 'packed' },
      exchangeOnce: true,
    });
    expect((await call('GET', '/v1/shop/policies')).body).toEqual(body);
    expect(await call('PUT', '/v1/shop/policies', { until: { cancel: 'delivered' } })).toMatchObject({
      status: 400,
    });
    expect(await call('PUT', '/v1/shop/policies', { allowed: ['everything'] })).toMatchObject({
      status: 400,
    });
  });
});
