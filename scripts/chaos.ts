import { randomUUID } from 'node:crypto';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as passes } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { startPostgres } from '../server/store/testing/postgres-server.ts';
import { signShopperToken } from './bench-shop/shopper-token.ts';
import { countAll } from './chaos/count.ts';
import { freePort, ServerProcess } from './chaos/server-process.ts';
import { ChaosShopper } from './chaos/shopper.ts';

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '20' },
    shoppers: { type: 'string', default: '4' },
    store: { type: 'string', default: 'both' },
    help: { type: 'boolean', default: false },
  },
});
if (values.help) {
  console.log(`npm run chaos -- [--kills N] [--shoppers N] [--store pglite|postgres|both]
Shoppers change addresses and miss parcels while the server is killed (kill -9) N times in any moment, its media workers are
killed and PostgreSQL is restarted. Counts what was acknowledged and is lost or there twice: changes, tickets, lines. It fails
when there is any.`);
  process.exit(0);
}

const secret = randomUUID().repeat(2);
const shopKey = randomUUID().repeat(2);
const kills = Number(values.kills);
const between = (least: number, most: number) => least + Math.random() * (most - least);

const tokenOf = (customer: string) => signShopperToken(customer, secret);

const address = {
  recipient: 'Kit Marsh',
  street: '7 Cherry Row',
  city: 'Leeds',
  postcode: 'LS6 2QD',
  country: 'GB',
};
const today = new Date().toISOString();
const orderOf = (number: string, customer: string, delivered: boolean) => ({
  number,
  customer,
  state: delivered ? 'delivered' : 'placed',
  placedAt: today,
  ...(delivered && { deliveredAt: today }),
  promisedOn: today.slice(0, 10),
  shipping: 'standard',
  currency: 'GBP',
  shippingPrice: 900,
  address,
  lines: [
    {
      slug: 'tarn-wardrobe',
      name: 'Tarn wardrobe',
      noun: 'wardrobe',
      picture: '/a.webp',
      quantity: 1,
      price: 34_900,
    },
  ],
  events: [{ at: today, kind: 'placed' }],
});

/** As long as somebody could ask for: each is asked about once. */
const missingOrders = 200;

async function underFire(engine: 'pglite' | 'postgres'): Promise<boolean> {
  const folder = await mkdtemp(join(tmpdir(), 'hexkey-chaos-'));
  // PostgreSQL runs as a user of its own where this runs as root.
  await chmod(folder, 0o755);
  const postgres = engine === 'postgres' ? await startPostgres(join(folder, 'postgres')) : undefined;
  if (postgres) {
    const client = new pg.Client(`${postgres.url}/postgres`);
    await client.connect();
    await client.query('create database chaos');
    await client.end();
  }
  const server = new ServerProcess(await freePort(), {
    HEXKEY_DATA: join(folder, 'data'),
    HEXKEY_TOKEN_SECRET: secret,
    HEXKEY_SHOP_KEY: shopKey,
    HEXKEY_DEMO: 'false',
    HEXKEY_LOG: 'error',
    HEXKEY_MEDIA_PORT: '0',
    HEXKEY_MEDIA_WORKERS: '1',
    HEXKEY_THREADS: '1',
    ...(postgres && { DATABASE_URL: `${postgres.url}/chaos` }),
  });
  const ask = async (path: string, body?: unknown): Promise<unknown> => {
    const response = await fetch(server.url + path, {
      method: body === undefined ? 'GET' : 'PUT',
      headers: {
        authorization: `Bearer ${shopKey}`,
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return response.json();
  };
  await server.start();
  const shoppers = await Promise.all(
    Array.from({ length: Number(values.shoppers) }, async (_, at) => {
      const id = `shopper-${at + 1}`;
      const first = 10_000 + at * 1_000;
      await ask('/v1/shop/customers', [
        {
          id,
          firstName: 'Kit',
          name: 'Kit Marsh',
          email: `${id}@shoppers.example`,
          addresses: [{ label: 'home', ...address }],
        },
      ]);
      const missing = Array.from({ length: missingOrders }, (_one, n) => `SO-${first + n + 1}`);
      const orders = [
        orderOf(`SO-${first}`, id, false),
        ...missing.map((number) => orderOf(number, id, true)),
      ];
      for (let n = 0; n < orders.length; n += 50) await ask('/v1/shop/orders', orders.slice(n, n + 50));
      const shopper = new ChaosShopper({
        url: server.url,
        token: () => tokenOf(id),
        street: (n) => `${(at + 1) * 1_000 + n} Mill Lane`,
      });
      return { id, shopper, going: shopper.shop(`SO-${first}`, missing) };
    }),
  );
  let workers = 0;
  let restarts = 0;
  for (let kill = 1; kill <= kills; kill++) {
    await passes(between(300, 4_000));
    workers += server.killWorkers();
    if (postgres && kill % 3 === 0) {
      await postgres.server.stop();
      await postgres.server.start();
      restarts++;
      await passes(between(300, 3_000));
    }
    await server.kill();
    await server.start();
    process.stderr.write(`\r${engine}: killed ${kill} of ${kills}`);
  }
  await passes(3_000);
  for (const { shopper } of shoppers) shopper.stop();
  await Promise.all(shoppers.map(({ going }) => going));
  const counts = await countAll(
    ask,
    shoppers.map(({ id, shopper }) => ({ id, acknowledged: shopper.acknowledged })),
  );
  await server.stop();
  await postgres?.server.stop();
  await rm(folder, { recursive: true, force: true });
  console.log(
    `\n${engine}: killed ${kills} times; ${workers} media workers killed; PostgreSQL restarted ${restarts} times`,
  );
  for (const [what, { acknowledged, lost, doubled }] of Object.entries(counts))
    console.log(`  ${what.padEnd(16)} ${acknowledged} acknowledged, ${lost} lost, ${doubled} doubled`);
  return Object.values(counts).every(({ lost, doubled }) => lost + doubled === 0);
}

let whole = true;
for (const engine of ['pglite', 'postgres'] as const)
  if (values.store === engine || values.store === 'both') whole = (await underFire(engine)) && whole;
process.exit(whole ? 0 : 1);
