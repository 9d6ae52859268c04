import { asc, notInArray } from 'drizzle-orm';
import type { PickupPoint } from '#protocol';
import { asGiven, type Db } from '../store/index.ts';
import { pickupPoints } from './tables.ts';

export async function readPickupPoints(db: Db): Promise<PickupPoint[]> {
  const rows = await db.select().from(pickupPoints).orderBy(asc(pickupPoints.name));
  return rows.map(({ hours, ...point }) => ({ ...point, ...(hours && { hours }) }));
}

/** These are all there are from now on. */
export async function savePickupPoints(tx: Db, given: readonly PickupPoint[]): Promise<void> {
  const ids = given.map(({ id }) => id);
  await tx.delete(pickupPoints).where(ids.length > 0 ? notInArray(pickupPoints.id, ids) : undefined);
  if (given.length === 0) return;
  await tx
    .insert(pickupPoints)
    .values(given.map((point) => ({ ...point, hours: point.hours ?? null })))
    .onConflictDoUpdate({ target: pickupPoints.id, set: asGiven(pickupPoints) });
}
