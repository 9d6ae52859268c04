import { randomUUID } from 'node:crypto';
import Fastify, { type FastifyInstance } from 'fastify';
import Value from 'typebox/value';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { catalogueRoutes, createCatalogue } from '../../server/catalogue/index.ts';
import { feedRoutes } from '../../server/feed/index.ts';
import { createIdentity } from '../../server/identity/index.ts';
import { createOrders, importRoutes, type Orders, ordersRoutes } from '../../server/orders/index.ts';
import { errors } from '../../server/plugins/errors.ts';
import { type FreshStore, freshStore } from '../../server/store/testing/fresh-store.ts';
import type { BenchShop } from '../bench-shop/bench-shop.ts';
import { followChanges } from '../bench-shop/change-feed.ts';
import { loadShop } from './load-shop.ts';
import { differences, expectedOutcome } from './outcome.ts';
import { actualOutcome } from './play-task.ts';
import { littleShop } from './testing.ts';

const shopKey = 'the-key-of-the-shop-thirty-two-characters';
const swap = { item_ids: ['101'], new_item_ids: ['102'], payment_method_id: 'paypal_1' };
const elm = {
  street: '2 Elm Street',
  line2: 'Suite 6',
  city: 'Austin',
  region: 'TX',
  postcode: '78701',
  country: 'US',
};

let store: FreshStore;
let app: FastifyInstance;
let orders: Orders;
let shop: Pick<BenchShop, 'api' | 'own'>;

beforeAll(async () => {
  store = await freshStore('pglite');
  const identity = createIdentity({ ...store.settings, HEXKEY_SHOP_KEY: shopKey });
  orders = createOrders(store, { timeZone: 'Europe/London' });
  app = Fastify();
  await app.register(errors, {});
  await app.register(importRoutes, { identity, store });
  await app.register(ordersRoutes, { orders, identity });
  await app.register(feedRoutes, { identity, store });
  await app.register(catalogueRoutes, { catalogue: createCatalogue(store), identity, store });
  const ask = async (
    method: 'GET' | 'PUT',
    url: string,
    bearer: string,
    body?: unknown,
  ): Promise<unknown> => {
    const headers = { authorization: `Bearer ${bearer}`, 'content-type': 'application/json' };
    const payload = body === undefined ? {} : { payload: JSON.stringify(body) };
    const response = await app.inject({ method, url, headers, ...payload });
    expect(response.statusCode, `${url} ${response.body}`).toBe(200);
    return response.json();
  };
  shop = {
    api: async (method, path, schema, body) =>
      Value.Parse(schema, await ask(method === 'GET' ? 'GET' : 'PUT', path, shopKey, body)),
    own: async (customer, path, schema) =>
      Value.Parse(schema, await ask('GET', path, (await identity.issueDemoToken(customer)).token)),
  };
  await loadShop(shop, littleShop);
});
afterAll(async () => {
  await app.close();
  await store.close();
});

test('what customers change in the loaded shop is what their tasks expect', async () => {
  const act = (order: string) => ({ customer: 'ann', order, idempotencyKey: randomUUID() });
  await store.db.transaction(async (tx) => {
    await orders.changeAddress(tx, { ...act('#W1'), address: { recipient: 'Ann Lee', ...elm } });
    await orders.changePayment(tx, { ...act('#W1'), method: 'paypal_1' });
    await orders.changeItems(tx, {
      ...act('#W1'),
      items: [{ change: 'replace', line: '101', to: { sku: '102' } }],
      method: 'paypal_1',
    });
    await orders.exchangeItems(tx, {
      ...act('#W2'),
      items: [{ line: '101', to: { sku: '102' } }],
      method: 'paypal_1',
    });
    await orders.returnLines(tx, { ...act('#W3'), lines: [{ line: '201' }] });
  });
  const changes = await followChanges(shop)('ann');
  const { street, line2, city, region, postcode } = elm;
  const address = { address1: street, address2: line2, city, state: region, zip: postcode, country: 'USA' };
  const expected = expectedOutcome(littleShop, 'ann', [
    { name: 'modify_pending_order_address', kwargs: { order_id: '#W1', ...address } },
    { name: 'modify_pending_order_payment', kwargs: { order_id: '#W1', payment_method_id: 'paypal_1' } },
    { name: 'modify_pending_order_items', kwargs: { order_id: '#W1', ...swap } },
    { name: 'exchange_delivered_order_items', kwargs: { order_id: '#W2', ...swap } },
    {
      name: 'return_delivered_order_items',
      kwargs: { order_id: '#W3', item_ids: ['201'], payment_method_id: 'card_1' },
    },
  ]);
  expect(differences(expected, await actualOutcome(shop, 'ann', changes, expected.defaultAddress))).toEqual(
    [],
  );
});
