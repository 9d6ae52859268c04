import { inArray } from 'drizzle-orm';
import { asGiven, type Db } from '../../store/index.ts';
import { addresses, customers, orderEvents, orderLines, orders, refunds } from '../tables.ts';
import type { ImportedCustomer, ImportedOrder } from './schemas.ts';

/** Adds customers, and replaces what was known of those already here, their saved addresses included. */
export async function saveCustomers(tx: Db, given: readonly ImportedCustomer[]): Promise<void> {
  if (given.length === 0) return;
  await tx
    .insert(customers)
    .values(given.map(({ addresses: _, ...customer }) => customer))
    .onConflictDoUpdate({ target: customers.id, set: asGiven(customers) });
  const ids = given.map(({ id }) => id);
  await tx.delete(addresses).where(inArray(addresses.customer, ids));
  const saved = given.flatMap((customer) =>
    customer.addresses.map((address, position) => ({ ...address, customer: customer.id, position })),
  );
  if (saved.length > 0) await tx.insert(addresses).values(saved);
}

/** Adds orders of known customers, and replaces those already here by what is given. */
export async function saveOrders(tx: Db, given: readonly ImportedOrder[]): Promise<void> {
  if (given.length === 0) return;
  for (const rows of inParts(given.map(orderRow)))
    await tx
      .insert(orders)
      .values(rows)
      .onConflictDoUpdate({ target: orders.number, set: asGiven(orders) });
  const numbers = given.map(({ number }) => number);
  for (const table of [orderLines, orderEvents, refunds])
    await tx.delete(table).where(inArray(table.order, numbers));
  const lines = given.flatMap(({ number, lines }) =>
    lines.map((line, position) => ({ ...line, order: number, position })),
  );
  for (const rows of inParts(lines)) await tx.insert(orderLines).values(rows);
  const events = given.flatMap(({ number, events }) =>
    events.map(({ at, ...event }) => ({ ...event, order: number, at: new Date(at) })),
  );
  for (const rows of inParts(events)) await tx.insert(orderEvents).values(rows);
  const paidBack = given.flatMap(({ number, refund }) => (refund ? [{ ...refund, order: number }] : []));
  for (const rows of inParts(paidBack)) await tx.insert(refunds).values(rows);
}

/** PostgreSQL takes at most 65,535 values in one statement. */
function* inParts<Row>(rows: readonly Row[], size = 1000): Generator<Row[]> {
  for (let from = 0; from < rows.length; from += size) yield rows.slice(from, from + size);
}

function orderRow({
  lines: _,
  events,
  refund: __,
  placedAt,
  deliveredAt,
  ...order
}: ImportedOrder): typeof orders.$inferInsert {
  const estimate = events.findLast(({ kind }) => kind === 'delayed')?.at;
  return {
    ...order,
    placedAt: new Date(placedAt),
    deliveredAt: deliveredAt ? new Date(deliveredAt) : null,
    estimatedAt: estimate ? new Date(estimate) : null,
  };
}
