import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { FastifyInstance, RouteOptions } from 'fastify';
import { pino } from 'pino';
import { deskPaths } from '#protocol';
import { buildApp } from '../app.ts';
import { readSettings } from '../config.ts';
import { demoShopper } from '../demo/index.ts';
import { createIdentity } from '../identity/index.ts';
import { carrierSecret } from '../orders/index.ts';

const shopKey = 'the-key-of-the-shop-thirty-two-characters';

/** Whom a request is from. */
export type Caller = 'nobody' | 'shopper' | 'shop' | 'staff';

export interface WholeServer {
  app: FastifyInstance;
  /** Every route there is, in the order they were registered. HEAD is left to its GET. */
  routes: RouteOptions[];
  /** Headers by which the server knows who asks; staff are an admin. */
  headersOf: Record<Caller, Record<string, string>>;
  shopperToken: string;
  /** Lines of the log at the level of errors. */
  faults: string[];
  /** What a carrier of the shop signs with. */
  carrierSecret(carrier: string): string;
  close(): Promise<void>;
}

/** Where its store is, and how that is removed. */
export interface WholePlace {
  settings: { HEXKEY_DATA: string; DATABASE_URL?: string };
  remove(): Promise<void>;
}

/** The server as `npm start` runs it, over an empty store that gets the demo shop, not listening. */
export async function openWholeServer(place: WholePlace): Promise<WholeServer> {
  const faults: string[] = [];
  const routes: RouteOptions[] = [];
  const collect = (message: unknown) => {
    const { fastify } = message as { fastify: FastifyInstance };
    fastify.addHook('onRoute', (route) => {
      if (route.method !== 'HEAD') routes.push(route);
    });
  };
  subscribe('fastify.initialization', collect);
  const settings = readSettings({
    ...place.settings,
    HEXKEY_SHOP_KEY: shopKey,
    HEXKEY_DEMO: 'true',
    // who asks is as each request says: limits are of others
    HEXKEY_PROXIES: '127.0.0.1',
    HEXKEY_MEDIA_PORT: '0',
    HEXKEY_MEDIA_WORKERS: '1',
  });
  const log = pino({ level: 'error' }, { write: (line: string) => faults.push(line) });
  const app = await buildApp(settings, { log }).finally(() => unsubscribe('fastify.initialization', collect));
  await app.ready();
  const host = 'hexkey.example';
  const own = { host, origin: `http://${host}` };
  const identity = createIdentity(settings);
  const { token } = await identity.issueDemoToken(demoShopper);
  return {
    app,
    routes,
    shopperToken: token,
    faults,
    carrierSecret: (carrier) => carrierSecret(identity.webhookSecret, carrier),
    headersOf: {
      nobody: own,
      shopper: { ...own, authorization: `Bearer ${token}` },
      shop: { ...own, authorization: `Bearer ${shopKey}` },
      staff: { ...own, cookie: await adminCookie(app, own) },
    },
    async close() {
      await app.close();
      await place.remove();
    },
  };
}

async function adminCookie(app: FastifyInstance, headers: Record<string, string>): Promise<string> {
  const signedIn = await app.inject({
    method: 'POST',
    url: deskPaths.setUp,
    headers,
    payload: {
      token: await app.setUpToken(),
      name: 'Ada',
      email: 'ada@shop.example',
      password: 'seven crates of ripe quinces',
    },
  });
  const [cookie] = [signedIn.headers['set-cookie']].flat();
  if (signedIn.statusCode !== 200 || !cookie) throw new Error(`no admin was made: ${signedIn.body}`);
  return cookie.split(';')[0] ?? '';
}
