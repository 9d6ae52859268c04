import Fastify, { type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createIdentity, type Identity } from '../identity/index.ts';
import { saveCustomers } from '../orders/import/save.ts';
import { createOrders } from '../orders/index.ts';
import { fillVariantShop, saveOrder, shopOrder, shopper } from '../orders/testing/variant-shop.ts';
import { fromRoot } from '../paths.ts';
import { errors } from '../plugins/errors.ts';
import { engines, type FreshStore, freshStore } from '../store/testing/fresh-store.ts';
import { createTickets } from '../tickets/index.ts';
import { createGuides, guidesRoutes, openLibrary } from './index.ts';

const builder = 'builder';

describe.each(engines)('beginning a guide over REST on %s', (engine) => {
  let store: FreshStore;
  let app: FastifyInstance;
  let identity: Identity;

  beforeAll(async () => {
    store = await freshStore(engine);
    await fillVariantShop(store.db);
    await saveOrder(store.db, shopOrder('#1001'));
    await saveCustomers(store.db, [
      { id: builder, firstName: 'Bo', name: 'Bo Builder', email: 'bo@shop.example', addresses: [] },
    ]);
    await saveOrder(
      store.db,
      shopOrder('#2001', {
        customer: builder,
        payments: [],
        lines: [
          { id: 'd', slug: 'ashby-desk', name: 'Desk', noun: 'desk', picture: '', quantity: 1, price: 4776 },
        ],
      }),
    );
    identity = createIdentity({
      ...store.settings,
      HEXKEY_SHOP_KEY: 'the-key-of-the-shop-thirty-two-characters',
    });
    const library = await openLibrary(fromRoot('assets', 'guides'), () => {});
    const guides = createGuides({ store, library, tickets: createTickets() });
    const orders = createOrders(store, { timeZone: 'Europe/London' });
    app = Fastify();
    await app.register(errors, {});
    await app.register(guidesRoutes, { guides, orders, identity, store, onMoved: () => undefined });
  });
  afterAll(async () => {
    await app.close();
    await store.close();
  });

  const begin = async (customer: string, order: string) => {
    const { token } = await identity.issueDemoToken(customer);
    const response = await app.inject({
      method: 'POST',
      url: '/v1/guides/ashby-desk/progress',
      headers: { authorization: `Bearer ${token}` },
      payload: { order },
    });
    return { status: response.statusCode, body: response.json() };
  };

  it("keeps the customer's order with their progress", async () => {
    expect(await begin(shopper, '#1001')).toMatchObject({ status: 200, body: { order: '#1001' } });
  });

  const own = async (customer: string) => {
    const { token } = await identity.issueDemoToken(customer);
    const response = await app.inject({
      url: '/v1/me/guides',
      headers: { authorization: `Bearer ${token}` },
    });
    return response.json();
  };

  it('lists the guides of what somebody bought, and how far they are with each', async () => {
    expect(await own(builder)).toEqual([{ guide: 'ashby-desk', order: '#2001', finished: false }]);
    await begin(builder, '#2001');
    expect(await own(builder)).toEqual([{ guide: 'ashby-desk', order: '#2001', step: 0, finished: false }]);
    expect(await own('somebody-else')).toEqual([]);
  });

  it("refuses another's order as it refuses one that does not exist", async () => {
    const others = await begin('somebody-else', '#1001');
    const none = await begin('somebody-else', '#1002');
    expect(others.status).toBe(404);
    expect(others.body.message.replace('#1001', '#1002')).toBe(none.body.message);
  });
});
