import type { Product } from '#protocol';
import { asGiven, type Db } from '../store/index.ts';
import type { DeliveryOption } from './delivery-options.ts';
import { toRow } from './product-rows.ts';
import { deliveryOptions, products } from './tables.ts';

/** Adds products, and brings those the shop already had up to date. */
export async function saveProducts(db: Db, given: readonly Product[]): Promise<void> {
  if (given.length === 0) return;
  await db
    .insert(products)
    .values(given.map(toRow))
    .onConflictDoUpdate({ target: products.slug, set: asGiven(products) });
}

export async function saveDeliveryOptions(db: Db, given: readonly DeliveryOption[]): Promise<void> {
  if (given.length === 0) return;
  await db
    .insert(deliveryOptions)
    .values(
      given.map(({ id, price, days: [minDays, maxDays] }) => ({
        id,
        price: price.amount,
        currency: price.currency,
        minDays,
        maxDays,
      })),
    )
    .onConflictDoUpdate({ target: deliveryOptions.id, set: asGiven(deliveryOptions) });
}
