import Fastify, { type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Product } from '#protocol';
import { catalogueRoutes, createCatalogue } from '../catalogue/index.ts';
import { demoProducts, demoRoutes, demoShopper, prepareDemoShop } from '../demo/index.ts';
import { createIdentity, type Identity } from '../identity/index.ts';
import { errors } from '../plugins/errors.ts';
import { engines, type FreshStore, freshStore } from '../store/testing/fresh-store.ts';
import { createOrders, importRoutes, ordersRoutes } from './index.ts';

const timeZone = 'Europe/London';
const shopKey = 'the-key-of-the-shop-thirty-two-characters';

describe.each(engines)('the REST routes on %s', (engine) => {
  let store: FreshStore;
  let app: FastifyInstance;
  let identity: Identity;

  beforeAll(async () => {
    store = await freshStore(engine);
    await prepareDemoShop(store, { timeZone });
    identity = createIdentity({ ...store.settings, HEXKEY_SHOP_KEY: shopKey });
    app = Fastify();
    await app.register(errors, {});
    await app.register(ordersRoutes, { orders: createOrders(store, { timeZone }), identity });
    await app.register(catalogueRoutes, { catalogue: createCatalogue(store), identity, store });
    await app.register(importRoutes, { identity, store });
    await app.register(demoRoutes, { identity });
  });
  afterAll(async () => {
    await app.close();
    await store.close();
  });

  const get = async (url: string, token?: string) => {
    const headers = token ? { authorization: `Bearer ${token}` } : {};
    const response = await app.inject({ url, headers });
    return { status: response.statusCode, body: response.json() };
  };
  const put = async (url: string, payload: object, key = shopKey) => {
    const headers = { authorization: `Bearer ${key}` };
    const response = await app.inject({ method: 'PUT', url, headers, payload });
    return { status: response.statusCode, body: response.json() };
  };
  const tokenOf = async (customer: string) => (await identity.issueDemoToken(customer)).token;

  it('sign a visitor of the demo in as its shopper', async () => {
    const session = (await app.inject({ method: 'POST', url: '/v1/demo/session' })).json();
    expect(Date.parse(session.expiresAt)).toBeGreaterThan(Date.now());
    expect((await get('/v1/me', session.token)).body).toMatchObject({ id: demoShopper, firstName: 'Maya' });
  });

  it("show a shopper's orders, and one of them with its history", async () => {
    const token = await tokenOf(demoShopper);
    const { body } = await get('/v1/orders', token);
    expect(body).toHaveLength(7);
    expect(body[0]).toMatchObject({
      number: 'SO-47305',
      mainProduct: { noun: 'monitor' },
      total: { currency: 'GBP' },
    });
    const { body: wardrobe } = await get('/v1/orders/SO-45192', token);
    expect(wardrobe).toMatchObject({
      state: 'packed',
      address: { label: 'home' },
      trackingNumber: 'NW48217730',
    });
    expect(wardrobe.events.map(({ kind }: { kind: string }) => kind)).toEqual([
      'placed',
      'packed',
      'carrier_booked',
    ]);
  });

  it("answer another's order as they answer one that does not exist", async () => {
    const token = await tokenOf('demo-0002');
    const foreign = await get('/v1/orders/SO-45192', token);
    const missing = await get('/v1/orders/SO-00000', token);
    expect(foreign.status).toBe(404);
    expect(foreign.body.message.replace('SO-45192', 'SO-00000')).toBe(missing.body.message);
  });

  it.each(['/v1/me', '/v1/orders', '/v1/orders/SO-45192'])(
    'refuse %s to who is not signed in',
    async (url) => {
      expect(await get(url)).toMatchObject({ status: 401, body: { code: 'not_signed_in' } });
      expect(await get(url, shopKey)).toMatchObject({ status: 401, body: { code: 'not_signed_in' } });
    },
  );

  it.each(['%201', '1%0A2', '1'.repeat(41)])('refuse the order number %s, which is none', async (number) => {
    expect(await get(`/v1/orders/${number}`, await tokenOf(demoShopper))).toMatchObject({ status: 400 });
  });

  it('show products to everyone', async () => {
    expect((await get('/v1/products')).body).toHaveLength(60);
    expect((await get('/v1/products/tarn-wardrobe')).body).toEqual(demoProducts()[0]);
    expect((await get('/v1/products?q=wifi+router')).body[0]).toMatchObject({ slug: 'beacon-router' });
    expect(await get('/v1/products/nothing')).toMatchObject({ status: 404 });
  });

  describe("of the shop's back end", () => {
    const customer = {
      id: 'c-77',
      firstName: 'Ines',
      name: 'Ines Duarte',
      email: 'ines@shop.example',
      addresses: [
        {
          label: 'home',
          recipient: 'Ines Duarte',
          street: '3 Kiln Lane',
          city: 'Bristol',
          postcode: 'BS3 1AA',
          country: 'GB',
        },
      ],
    };
    const { slug, name, noun, picture } = demoProducts()[0] as Product;
    const order = {
      number: 'SO-00077',
      customer: 'c-77',
      state: 'placed',
      placedAt: '2031-03-01T10:00:00Z',
      promisedOn: '2031-03-06',
      expectedOn: '2031-03-06',
      shipping: 'standard',
      currency: 'EUR',
      shippingPrice: 900,
      address: customer.addresses[0],
      lines: [{ slug, name, noun, picture, quantity: 1, price: 34900 }],
      events: [{ at: '2031-03-01T10:00:00Z', kind: 'placed' }],
    };

    it('take customers and orders, and bring them up to date', async () => {
      expect(await put('/v1/shop/customers', [customer])).toMatchObject({ status: 200, body: { saved: 1 } });
      expect(await put('/v1/shop/orders', [order])).toMatchObject({ status: 200, body: { saved: 1 } });
      await put('/v1/shop/orders', [{ ...order, state: 'packed' }]);
      const { body } = await get('/v1/orders', await tokenOf('c-77'));
      expect(body).toMatchObject([
        { number: 'SO-00077', state: 'packed', total: { amount: 35800, currency: 'EUR' } },
      ]);
      await put('/v1/shop/customers', [{ ...customer, addresses: [] }]);
      expect((await get('/v1/me', await tokenOf('c-77'))).body.addresses).toEqual([]);
    });

    it('take products and ways of delivery', async () => {
      const [product] = demoProducts();
      expect(await put('/v1/shop/products', [{ ...product, inStock: 3 }])).toMatchObject({ status: 200 });
      expect((await get('/v1/products/tarn-wardrobe')).body.inStock).toBe(3);
      const express = { id: 'express', price: { amount: 2000, currency: 'GBP' }, minDays: 1, maxDays: 1 };
      expect(await put('/v1/shop/delivery-options', [express])).toMatchObject({ status: 200 });
    });

    it.each([
      ['of customers not sent yet', [{ ...order, customer: 'c-78' }]],
      ['sent twice in one list', [order, order]],
      ['with a day that does not exist', [{ ...order, promisedOn: '2031-02-31' }]],
      ['with a moment that does not exist', [{ ...order, placedAt: '2031-13-01T10:00:00Z' }]],
      ['without lines', [{ ...order, lines: [] }]],
    ])('refuse orders %s, all or nothing', async (_what, list) => {
      const others = [{ ...order, number: 'SO-00078' }, ...list];
      expect(await put('/v1/shop/orders', others)).toMatchObject({
        status: 400,
        body: { code: 'bad_request' },
      });
      const { body } = await get('/v1/orders', await tokenOf('c-77'));
      expect(body.map(({ number }: { number: string }) => number)).toEqual(['SO-00077']);
    });

    it.each(['customers', 'orders', 'products', 'delivery-options'])(
      "refuse %s without the shop's key",
      async (what) => {
        const refused = await put(`/v1/shop/${what}`, [], await tokenOf(demoShopper));
        expect(refused).toMatchObject({ status: 403, body: { code: 'forbidden' } });
      },
    );
  });
});
