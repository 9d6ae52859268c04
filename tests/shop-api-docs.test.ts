import { readFileSync } from 'node:fs';
import Fastify from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { catalogueRoutes, createCatalogue } from '../server/catalogue/index.ts';
import { feedRoutes } from '../server/feed/index.ts';
import { createIdentity } from '../server/identity/index.ts';
import { importRoutes } from '../server/orders/index.ts';
import { fromRoot } from '../server/paths.ts';
import { errors } from '../server/plugins/errors.ts';
import { createPrivacy, createRecordLinks, privacyRoutes } from '../server/privacy/index.ts';
import { type FreshStore, freshStore } from '../server/store/testing/fresh-store.ts';

const shopKey = 'the-key-of-the-shop-thirty-two-characters';

/** The document's calls, in its order. */
const calls = [
  ...readFileSync(fromRoot('docs', 'shop-api.md'), 'utf8').matchAll(
    /^curl (?:-X (PUT|DELETE) )?"?\$HEXKEY([^\s"]+)"? -H "\$KEY"(?: -H "\$JSON" -d '([^']*)')?/gm,
  ),
].map(([, method = 'GET', url = '', body]) => ({ method, url, body }));

describe("the examples of the shop's API", () => {
  let store: FreshStore;
  const app = Fastify();

  beforeAll(async () => {
    store = await freshStore('pglite');
    const identity = createIdentity({ ...store.settings, HEXKEY_SHOP_KEY: shopKey });
    await app.register(errors, {});
    await app.register(importRoutes, { identity, store });
    await app.register(catalogueRoutes, { catalogue: createCatalogue(store), identity, store });
    await app.register(feedRoutes, { identity, store });
    const privacy = createPrivacy({ store, calls: { forget: async () => undefined } });
    await app.register(privacyRoutes, { identity, privacy, links: createRecordLinks(new Uint8Array(32)) });
  });
  afterAll(async () => {
    await app.close();
    await store.close();
  });

  it('are many', () => expect(calls.length).toBeGreaterThan(9));

  it.each(calls)('$method $url is answered', async ({ method, url, body }) => {
    const headers = {
      authorization: `Bearer ${shopKey}`,
      ...(body && { 'content-type': 'application/json' }),
    };
    const response = await app.inject({
      method: method as 'GET' | 'PUT' | 'DELETE',
      url,
      headers,
      ...(body && { payload: body }),
    });
    expect(response.body).not.toContain('"code"');
    expect(response.statusCode).toBe(200);
  });
});
