import { mkdirSync, statfsSync } from 'node:fs';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { drizzle } from 'drizzle-orm/pglite';
import { migrate } from 'drizzle-orm/pglite/migrator';
import { HexkeyError } from '../errors.ts';
import type { Store } from './contract.ts';
import { lockFolder } from './folder-lock.ts';
import { migrationsFolder } from './migrations-folder.ts';
import { storeError } from './store-error.ts';

/** A new store takes about 40 MB, and PostgreSQL wants room for its log beside it. */
const roomNeededBytes = 128 * 1024 * 1024;

/**
 * PostgreSQL in this process, in the folder `store` below `data`. A killed process loses nothing it acknowledged.
 * PGlite never calls fsync, though: a power cut can lose the last seconds. Shops that cannot accept that set
 * DATABASE_URL.
 */
export async function openPgliteStore(data: string): Promise<Store> {
  const lock = lockOrSay(data);
  try {
    const client = await PGlite.create(join(data, 'store'));
    const db = drizzle(client);
    await migrate(db, { migrationsFolder });
    return {
      db,
      engine: 'pglite',
      async close() {
        await client.close();
        lock.release();
      },
    };
  } catch (error) {
    lock.release();
    throw storeError(error) ?? error;
  }
}

function lockOrSay(data: string) {
  try {
    mkdirSync(data, { recursive: true });
    const disk = statfsSync(data);
    if (disk.bavail * disk.bsize < roomNeededBytes)
      throw new HexkeyError(
        'disk_full',
        `The disk that holds ${data} has less than 128 MB left. Free some space, or point HEXKEY_DATA to another disk.`,
      );
    return lockFolder(data);
  } catch (error) {
    throw storeError(error) ?? error;
  }
}
