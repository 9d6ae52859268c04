import { asc, gt } from 'drizzle-orm';
import Value from 'typebox/value';
import type { Db } from '../store/index.ts';
import { ShopChange, type ShopChanges } from './schemas.ts';
import { shopChanges } from './tables.ts';

/** At most `limit` changes that came after the cursor. */
export async function readChanges(db: Db, after: string, limit: number): Promise<ShopChanges> {
  const rows = await db
    .select()
    .from(shopChanges)
    .where(gt(shopChanges.id, BigInt(after)))
    .orderBy(asc(shopChanges.id))
    .limit(limit + 1);
  const page = rows.slice(0, limit);
  return {
    changes: page.map(({ change }) => Value.Parse(ShopChange, change)),
    next: page.at(-1)?.id.toString() ?? after,
    more: rows.length > limit,
  };
}
