import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate } from 'drizzle-orm/node-postgres/migrator';
import pg from 'pg';
import type { Store } from './contract.ts';
import { migrationsFolder } from './migrations-folder.ts';
import { storeError } from './store-error.ts';

/** Any number no other program on the same database uses for its own advisory lock. */
const migrationLock = 0x6865786b;

export async function openPostgresStore(url: string, onIdleError: (error: Error) => void): Promise<Store> {
  const pool = new pg.Pool({ connectionString: url, connectionTimeoutMillis: 10_000 });
  pool.on('error', onIdleError);
  try {
    await migrateAlone(pool);
  } catch (error) {
    await pool.end();
    throw storeError(error) ?? error;
  }
  return { db: drizzle(pool), engine: 'postgres', close: () => pool.end() };
}

/** Nodes that start together migrate one after the other. */
async function migrateAlone(pool: pg.Pool) {
  const client = await pool.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [migrationLock]);
    await migrate(drizzle(client), { migrationsFolder });
    await client.query('select pg_advisory_unlock($1)', [migrationLock]);
  } finally {
    client.release();
  }
}
