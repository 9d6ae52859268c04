import type { Settings } from '../config.ts';
import type { Store } from './contract.ts';
import { openPgliteStore } from './pglite-store.ts';
import { openPostgresStore } from './postgres-store.ts';

export interface StoreOptions {
  /** A PostgreSQL connection broke, whether in use or not. The pool opens another; this is for the log. */
  onLostConnection?: (error: Error) => void;
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
