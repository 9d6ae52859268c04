import { and, asc, eq, inArray } from 'drizzle-orm';
import type { Db } from '../store/index.ts';
import { orderLines, orders } from './tables.ts';

export type OrderRow = typeof orders.$inferSelect;
export type LineRow = typeof orderLines.$inferSelect;

export interface OrderRows {
  order: OrderRow;
  lines: LineRow[];
}

/** The customer's order of that number; another customer's reads as none. `lock` holds it until the transaction ends. */
export async function readOrder(
  db: Db,
  customer: string,
  number: string,
  { lock = false } = {},
): Promise<OrderRows | undefined> {
  const query = db
    .select()
    .from(orders)
    .where(and(eq(orders.number, number), eq(orders.customer, customer)));
  const [order] = await (lock ? query.for('update') : query);
  return order && { order, lines: (await readLines(db, [number])).get(number) ?? [] };
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
  for (const row of rows) byOrder.set(row.order, [...(byOrder.get(row.order) ?? []), row]);
  return byOrder;
}

export const goodsTotal = ({ lines }: Pick<OrderRows, 'lines'>): number =>
  lines.reduce((sum, { price, quantity }) => sum + price * quantity, 0);

export const total = (rows: OrderRows): number =>
  goodsTotal(rows) + rows.order.shippingPrice + rows.order.upgradePrice;
