import type { Settings } from '../config.ts';
import type { Store } from './contract.ts';
import { openPgliteStore } from './pglite-store.ts';
import { openPostgresStore } from './postgres-store.ts';

export interface StoreOptions {
  /** A pooled PostgreSQL connection broke while idle. The pool opens another; this is for the log. */
  onIdleError?: (error: Error) => void;
}

/**
 * Opens the store and brings its tables up to date: PostgreSQL where DATABASE_URL names one, else the embedded store
 * in HEXKEY_DATA. Throws `store_in_use` and `disk_full`.
 */
export const openStore = (
  settings: Pick<Settings, 'DATABASE_URL' | 'HEXKEY_DATA'>,
  { onIdleError = () => undefined }: StoreOptions = {},
): Promise<Store> =>
  settings.DATABASE_URL
    ? openPostgresStore(settings.DATABASE_URL, onIdleError)
    : openPgliteStore(settings.HEXKEY_DATA);
