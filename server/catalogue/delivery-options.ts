import { asc } from 'drizzle-orm';
import type { Money } from '#protocol';
import type { Db } from '../store/index.ts';
import { deliveryOptionRows } from './tables.ts';

/** A way to have an order delivered; `days` are calendar days from today, the fewest and the most. */
export interface DeliveryOption {
  id: string;
  /** What people call it, where its id does not say it. */
  name?: string;
  price: Money;
  days: [min: number, max: number];
}

/** Cheapest first. */
export async function readDeliveryOptions(db: Db): Promise<DeliveryOption[]> {
  const rows = await db.select().from(deliveryOptionRows).orderBy(asc(deliveryOptionRows.price));
  return rows.map((row) => ({
    id: row.id,
    ...(row.name && { name: row.name }),
    price: { amount: row.price, currency: row.currency },
    days: [row.minDays, row.maxDays],
  }));
}
