import { and, asc, eq, inArray } from 'drizzle-orm';
import type { Money, PaymentMethod } from '#protocol';
import type { Db } from '../store/index.ts';
import { orderLines, orders, paymentMethods, payments, refunds } from './tables.ts';

export type OrderRow = typeof orders.$inferSelect;
export type LineRow = typeof orderLines.$inferSelect;
export type PaymentRow = typeof payments.$inferSelect;
export type RefundRow = typeof refunds.$inferSelect;

export interface OrderRows {
  order: OrderRow;
  lines: LineRow[];
}

export interface PaidOrderRows extends OrderRows {
  payments: PaymentRow[];
  refunds: RefundRow[];
}

/** The customer's order of that number; another customer's reads as none. `lock` holds it until the transaction ends. */
export async function readOrder(
  db: Db,
  customer: string,
  number: string,
  { lock = false } = {},
): Promise<PaidOrderRows | undefined> {
  const query = db
    .select()
    .from(orders)
    .where(and(eq(orders.number, number), eq(orders.customer, customer)));
  const [order] = await (lock ? query.for('update') : query);
  if (!order) return undefined;
  const paid = await db.select().from(payments).where(eq(payments.order, number)).orderBy(asc(payments.id));
  const back = await db.select().from(refunds).where(eq(refunds.order, number)).orderBy(asc(refunds.id));
  const lines = (await readLines(db, [number])).get(number) ?? [];
  return { order, lines, payments: paid, refunds: back };
}

/** Lines of several orders at once, by order number. */
export async function readLines(db: Db, numbers: string[]): Promise<Map<string, LineRow[]>> {
  if (numbers.length === 0) return new Map();
  const rows = await db
    .select()
    .from(orderLines)
    .where(inArray(orderLines.order, numbers))
    .orderBy(asc(orderLines.position));
  const byOrder = new Map<string, LineRow[]>();
  for (const row of rows) {
    const lines = byOrder.get(row.order);
    if (lines) lines.push(row);
    else byOrder.set(row.order, [row]);
  }
  return byOrder;
}

export async function readMethods(db: Db, customer: string): Promise<PaymentMethod[]> {
  const rows = await db
    .select()
    .from(paymentMethods)
    .where(eq(paymentMethods.customer, customer))
    .orderBy(asc(paymentMethods.position));
  return rows.map(({ id, kind, label, ending, balance, currency }) => ({
    id,
    kind,
    label,
    ...(ending && { ending }),
    ...(balance !== null && currency && { balance: { amount: balance, currency } }),
  }));
}

export const priceOf = (lines: readonly Pick<LineRow, 'price' | 'quantity'>[]): number =>
  lines.reduce((sum, { price, quantity }) => sum + price * quantity, 0);

/** Lines that are still part of the order, whatever else became of them. */
export const standing = ({ lines }: Pick<OrderRows, 'lines'>): LineRow[] =>
  lines.filter(({ state }) => state !== 'cancelled');

/** Lines that nothing has become of: they are as ordered. */
export const untouched = ({ lines }: Pick<OrderRows, 'lines'>): LineRow[] =>
  lines.filter(({ state }) => state === null);

export const total = (rows: OrderRows): number =>
  priceOf(standing(rows)) + rows.order.shippingPrice + rows.order.upgradePrice;

export const moneyOf = (amount: number, { order }: Pick<OrderRows, 'order'>): Money => ({
  amount,
  currency: order.currency,
});
