import { existsSync, renameSync, rmSync, statfsSync } from 'node:fs';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { drizzle } from 'drizzle-orm/pglite';
import { migrate } from 'drizzle-orm/pglite/migrator';
import type { Settings } from '../config.ts';
import { HexkeyError } from '../errors.ts';
import { makePrivateFolder } from '../paths.ts';
import type { Store } from './contract.ts';
import { letGoOfSilentOwner, lockFolder } from './folder-lock.ts';
import { migrationsFolder } from './migrations-folder.ts';
import { openPostgresStore } from './postgres-store.ts';
import { storeError } from './store-error.ts';

export interface StoreOptions {
  /** A PostgreSQL connection broke, whether in use or not. The pool opens another; this is for the log. */
  onLostConnection?: (error: Error) => void;
}

/** A new store takes about 40 MB; its log grows in steps of 16 MB. */
const megabytesNeeded = { new: 128, existing: 32 };

/**
 * PostgreSQL in this process, in the folder `store` below `data`. A killed process loses nothing it acknowledged.
 * PGlite never calls fsync, though: a power cut can lose the last seconds. Shops that cannot accept that set
 * DATABASE_URL.
 */
async function openPgliteStore(data: string): Promise<Store> {
  const lock = await lockOrSay(data);
  try {
    const folder = join(data, 'store');
    if (!existsSync(folder)) await makeStore(folder);
    const client = await PGlite.create(folder);
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

/** Made beside its place and moved there whole: a process killed meanwhile leaves no half-made store. */
async function makeStore(folder: string): Promise<void> {
  const draft = `${folder}-draft`;
  rmSync(draft, { recursive: true, force: true });
  const client = await PGlite.create(draft);
  await client.close();
  renameSync(draft, folder);
}

async function lockOrSay(data: string) {
  try {
    makePrivateFolder(data);
    const disk = statfsSync(data);
    const needed = megabytesNeeded[existsSync(join(data, 'store')) ? 'existing' : 'new'];
    if (disk.bavail * disk.bsize < needed * 2 ** 20)
      throw new HexkeyError(
        'disk_full',
        `The disk that holds ${data} has less than ${needed} MB left. Free some space, or point HEXKEY_DATA to another disk.`,
      );
    await letGoOfSilentOwner(data);
    return lockFolder(data);
  } catch (error) {
    throw storeError(error) ?? error;
  }
}

/**
 * Opens the store and brings its tables up to date: PostgreSQL where DATABASE_URL names one, else the embedded store
 * in HEXKEY_DATA. Throws `store_in_use` and `disk_full`.
 */
export const openStore = (
  settings: Pick<Settings, 'DATABASE_URL' | 'HEXKEY_DATA'>,
  { onLostConnection = () => undefined }: StoreOptions = {},
): Promise<Store> =>
  settings.DATABASE_URL
    ? openPostgresStore(settings.DATABASE_URL, onLostConnection)
    : openPgliteStore(settings.HEXKEY_DATA);
