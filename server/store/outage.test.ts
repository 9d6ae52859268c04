import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { demoOrders } from '../demo/tables.ts';
import { openStore, type Store, storeError } from './index.ts';
import { startPostgres } from './testing/postgres-server.ts';

/** Connections that the pool holds at most: more transactions than that begin during an outage. */
const poolSize = 10;

describe('a store on PostgreSQL that is stopped and started again', () => {
  let folder: string;
  let postgres: Awaited<ReturnType<typeof startPostgres>>;
  let store: Store;
  const lost: Error[] = [];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'hexkey-outage-'));
    await chmod(folder, 0o755);
    postgres = await startPostgres(join(folder, 'postgres'));
    await postgres.server.createDatabase('shop');
    store = await openStore(
      { DATABASE_URL: `${postgres.url}/shop`, HEXKEY_DATA: folder },
      { onLostConnection: (error) => lost.push(error) },
    );
  });
  afterAll(async () => {
    await store.close();
    await postgres.server.stop();
    await rm(folder, { recursive: true, force: true });
  });

  const note = (db: Store['db'], number: string) =>
    db.execute(sql`insert into demo_orders values (${number})`);
  const noted = async () => {
    const rows = await store.db.select({ number: demoOrders.number }).from(demoOrders);
    return rows.map(({ number }) => number).sort();
  };
  const failure = (work: Promise<unknown>) =>
    work.then(
      () => 'done',
      (error: unknown) => storeError(error)?.code,
    );

  it('fails what was under way in the middle of a transaction, keeps what was confirmed, and goes on by itself', async () => {
    await note(store.db, 'SO-1');
    let stop = Promise.resolve();
    const underWay = store.db.transaction(async (tx) => {
      await note(tx, 'SO-2');
      stop = postgres.server.stop();
      await stop;
      await note(tx, 'SO-3');
    });
    expect(await failure(underWay)).toBe('store_unavailable');
    expect(lost.length).toBeGreaterThan(0);

    const begun = Array.from({ length: poolSize * 2 }, (_, at) =>
      failure(store.db.transaction((tx) => note(tx, `SO-1${at}`))),
    );
    expect(new Set(await Promise.all(begun))).toEqual(new Set(['store_unavailable']));

    await postgres.server.start();
    expect(await noted()).toEqual(['SO-1']);
    await store.db.transaction((tx) => note(tx, 'SO-4'));
    expect(await noted()).toEqual(['SO-1', 'SO-4']);
  });

  it('has room for every transaction again, however many lost their connection at their very beginning', async () => {
    const short = () => failure(store.db.transaction((tx) => tx.execute(sql`select 1`)));
    for (let round = 0; round < poolSize * 3; round++) {
      const cut = store.db.execute(
        sql`select pg_terminate_backend(pid) from pg_stat_activity where datname = 'shop' and pid <> pg_backend_pid()`,
      );
      const outcomes = await Promise.all([...Array.from({ length: poolSize - 1 }, short), failure(cut)]);
      expect(outcomes.filter((outcome) => outcome !== 'done' && outcome !== 'store_unavailable')).toEqual([]);
    }
    const sleeps = () => failure(store.db.transaction((tx) => tx.execute(sql`select pg_sleep(0.05)`)));
    // Connections that were cut a moment ago are found out one by one.
    await vi.waitFor(async () =>
      expect(await Promise.all(Array.from({ length: poolSize }, sleeps))).toEqual(
        Array(poolSize).fill('done'),
      ),
    );
  });
});
