import { sql } from 'drizzle-orm';
import { redactDeep } from '../redact.ts';
import type { Db } from '../store/index.ts';
import type { ShopChange } from './schemas.ts';
import { shopChanges } from './tables.ts';

/** Names the lock among PostgreSQL's advisory locks. */
const feedLock = 0x66656564;

/**
 * Tells the shop's back end of a change, in the transaction that makes it. One transaction at a time may: ids then
 * grow in the order of the commits, and a reader that has seen one never misses an earlier one still on its way.
 */
export async function noteChange(tx: Db, change: ShopChange): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(${feedLock})`);
  await tx.insert(shopChanges).values({
    customer: change.customer,
    order: ('order' in change && change.order) || null,
    change: redactDeep(change),
  });
}
