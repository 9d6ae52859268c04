import { inArray, type SQL, sql } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import type { Db } from '../store/index.ts';
import { orderActs, orderEvents, orders, payments, refunds } from './tables.ts';

/** Moves everything that orders say of time by whole days; what would lie ahead of `now` has happened just now. */
export async function shiftOrders(tx: Db, numbers: string[], days: number, now: Date): Promise<void> {
  if (numbers.length === 0) return;
  const moment = (column: PgColumn): SQL =>
    sql`case when ${column} is not null then least(${column} + make_interval(days => ${days}), ${now.toISOString()}::timestamptz) end`;
  const day = (column: PgColumn): SQL => sql`${column} + ${days}::int`;
  await tx
    .update(orders)
    .set({
      placedAt: moment(orders.placedAt),
      deliveredAt: moment(orders.deliveredAt),
      estimatedAt: moment(orders.estimatedAt),
      promisedOn: day(orders.promisedOn),
      expectedOn: day(orders.expectedOn),
      requestedOn: day(orders.requestedOn),
    })
    .where(inArray(orders.number, numbers));
  await tx
    .update(orderEvents)
    .set({ at: moment(orderEvents.at) })
    .where(inArray(orderEvents.order, numbers));
  await tx
    .update(orderActs)
    .set({ at: moment(orderActs.at) })
    .where(inArray(orderActs.order, numbers));
  await tx
    .update(refunds)
    .set({ expectedOn: day(refunds.expectedOn), at: moment(refunds.at) })
    .where(inArray(refunds.order, numbers));
  await tx
    .update(payments)
    .set({ at: moment(payments.at) })
    .where(inArray(payments.order, numbers));
}
