import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate } from 'drizzle-orm/node-postgres/migrator';
import pg from 'pg';
import type { Store } from './contract.ts';
import { migrationsFolder } from './migrations-folder.ts';
import { storeError } from './store-error.ts';

/** Any number no other program on the same database uses for its own advisory lock. */
const migrationLock = 0x6865786b;

export async function openPostgresStore(
  url: string,
  onLostConnection: (error: Error) => void,
): Promise<Store> {
  try {
    await migrateAlone(url);
  } catch (error) {
    throw storeError(error) ?? error;
  }
  const pool = new pg.Pool({ connectionString: url, connectionTimeoutMillis: 10_000, keepAlive: true });
  surviveLostConnections(pool, onLostConnection);
  return { db: drizzle(pool), engine: 'postgres', close: () => pool.end() };
}

/**
 * A connection may break at any moment. Without a listener of its own a client that is checked out would end the process.
 * And a transaction whose very first statement fails is not given back by Drizzle, so that its place in the pool would
 * be taken for ever: what has ended is given back here, and its holder's own giving back does nothing any more.
 */
function surviveLostConnections(pool: pg.Pool, onLost: (error: Error) => void): void {
  const held = new Set<pg.PoolClient>();
  pool.on('acquire', (client) => held.add(client));
  pool.on('release', (_error, client) => held.delete(client));
  pool.on('connect', (client) => {
    client.on('error', onLost);
    client.once('end', () => {
      if (!held.has(client)) return;
      const { release } = client;
      client.release = () => undefined;
      release(true);
    });
  });
  // Of an idle client's end its own listener has told.
  pool.on('error', () => undefined);
}

/** Nodes that start together migrate one after the other. */
async function migrateAlone(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  // Whatever is under way fails with it.
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [migrationLock]);
    await migrate(drizzle(client), { migrationsFolder });
  } finally {
    // The lock ends with its connection.
    await client.end();
  }
}
