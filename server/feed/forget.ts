import { sql } from 'drizzle-orm';
import type { Db } from '../store/index.ts';

/** Deletes changes of before that the shop's back end has read. What it has not read stays, however old. */
export async function forgetReadChanges(db: Db, before: Date): Promise<void> {
  await db.execute(
    sql`delete from shop_changes where id <= (select max(seen) from feed_reader) and change->>'at' < ${before.toISOString()}`,
  );
}
