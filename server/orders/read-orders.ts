import { asc, desc, eq } from 'drizzle-orm';
import type { OrderBrief, OrderView } from '#protocol';
import type { Db } from '../store/index.ts';
import type { Orders, RefundView } from './contract.ts';
import { readLines, readOrder, total } from './order-rows.ts';
import { addresses, customers, orderEvents, orders, refunds } from './tables.ts';
import { toBrief, toView } from './views.ts';

/** Newest first. */
export async function listOrders(db: Db, customer: string): Promise<OrderBrief[]> {
  const rows = await db
    .select()
    .from(orders)
    .where(eq(orders.customer, customer))
    .orderBy(desc(orders.placedAt), desc(orders.number));
  const lines = await readLines(
    db,
    rows.map(({ number }) => number),
  );
  return rows.map((order) => toBrief({ order, lines: lines.get(order.number) ?? [] }));
}

export async function getOrder(db: Db, customer: string, number: string): Promise<OrderView | undefined> {
  const rows = await readOrder(db, customer, number);
  if (!rows) return undefined;
  const events = await db
    .select()
    .from(orderEvents)
    .where(eq(orderEvents.order, number))
    .orderBy(asc(orderEvents.at), asc(orderEvents.id));
  return toView(rows, events);
}

export async function readRefund(db: Db, number: string, currency: string): Promise<RefundView> {
  const [row] = await db.select().from(refunds).where(eq(refunds.order, number));
  if (!row) return { amount: { amount: 0, currency }, state: 'none' };
  return {
    amount: { amount: row.amount, currency },
    state: row.state,
    ...(row.expectedOn && { expectedOn: row.expectedOn }),
  };
}

type Invoice = Awaited<ReturnType<Orders['invoice']>>;

export async function readInvoice(db: Db, customer: string, number: string): Promise<Invoice | undefined> {
  const rows = await readOrder(db, customer, number);
  if (!rows) return undefined;
  const money = (amount: number) => ({ amount, currency: rows.order.currency });
  const goods = rows.lines.map(({ name, quantity, price }) => ({
    label: quantity > 1 ? `${name} × ${quantity}` : name,
    amount: money(price * quantity),
  }));
  const { shippingPrice, upgradePrice } = rows.order;
  const upgrade = upgradePrice > 0 ? [{ label: 'Upgrade to express', amount: money(upgradePrice) }] : [];
  const lines = [...goods, { label: 'Delivery', amount: money(shippingPrice) }, ...upgrade];
  return { lines, total: money(total(rows)) };
}

type Customer = NonNullable<Awaited<ReturnType<Orders['customer']>>>;

export async function readCustomer(db: Db, id: string): Promise<Customer | undefined> {
  const [row] = await db.select().from(customers).where(eq(customers.id, id));
  if (!row) return undefined;
  const saved = await db
    .select()
    .from(addresses)
    .where(eq(addresses.customer, id))
    .orderBy(asc(addresses.position));
  return {
    firstName: row.firstName,
    name: row.name,
    email: row.email,
    addresses: saved.map(({ label, recipient, street, city, postcode, country }) => ({
      label,
      recipient,
      street,
      city,
      postcode,
      country,
    })),
  };
}

export const hasCustomers = async (db: Db): Promise<boolean> =>
  (await db.select({ id: customers.id }).from(customers).limit(1)).length > 0;
