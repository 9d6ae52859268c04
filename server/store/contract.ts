import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';

/** Drizzle's database on either engine, or a transaction of it: features take this and never ask which. */
export type Db = PgDatabase<PgQueryResultHKT, Record<string, never>>;

export interface Store {
  db: Db;
  engine: 'pglite' | 'postgres';
  close(): Promise<void>;
}
