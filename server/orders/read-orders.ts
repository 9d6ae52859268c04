import { asc, desc, eq } from 'drizzle-orm';
import type { Address, OrderBrief } from '#protocol';
import { readDeliveryOptions } from '../catalogue/index.ts';
import type { Db } from '../store/index.ts';
import type { Orders, RefundView, ShopCustomer, ShopOrder } from './contract.ts';
import {
  moneyOf,
  type PaidOrderRows,
  readLines,
  readMethods,
  readOrder,
  standing,
  total,
} from './order-rows.ts';
import { addresses, customers, orderEvents, orders } from './tables.ts';
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

export async function getOrder(db: Db, customer: string, number: string): Promise<ShopOrder | undefined> {
  const rows = await readOrder(db, customer, number);
  if (!rows) return undefined;
  const events = await db
    .select()
    .from(orderEvents)
    .where(eq(orderEvents.order, number))
    .orderBy(asc(orderEvents.at), asc(orderEvents.id));
  return toView(rows, events);
}

/** From the one that takes longest to the one that is through. */
const refundStates = ['waiting_for_goods', 'processing', 'paid'] as const;

/** An order's refunds as one: their sum, the state of the one furthest behind and the day it is due. */
export function refundView(rows: PaidOrderRows): RefundView {
  const { refunds } = rows;
  const state = refundStates.find((one) => refunds.some((refund) => refund.state === one));
  if (!state) return { amount: moneyOf(0, rows), state: 'none' };
  const days = refunds.flatMap((refund) =>
    refund.state === state && refund.expectedOn ? [refund.expectedOn] : [],
  );
  const expectedOn = days.sort().at(-1);
  return {
    amount: moneyOf(
      refunds.reduce((sum, { amount }) => sum + amount, 0),
      rows,
    ),
    state,
    ...(expectedOn && { expectedOn }),
  };
}

type Invoice = Awaited<ReturnType<Orders['invoice']>>;

export async function readInvoice(db: Db, customer: string, number: string): Promise<Invoice | undefined> {
  const rows = await readOrder(db, customer, number);
  if (!rows) return undefined;
  const goods = standing(rows).map(({ name, options, quantity, price }) => {
    const called = options ? `${name} (${Object.values(options).join(', ')})` : name;
    return {
      label: quantity > 1 ? `${called} × ${quantity}` : called,
      amount: moneyOf(price * quantity, rows),
    };
  });
  const { shipping, shippingPrice, upgradePrice } = rows.order;
  const way = (await readDeliveryOptions(db)).find(({ id }) => id === shipping);
  const upgrade =
    upgradePrice > 0
      ? [{ label: `Upgrade to ${way?.name ?? shipping}`, amount: moneyOf(upgradePrice, rows) }]
      : [];
  const lines = [...goods, { label: 'Delivery', amount: moneyOf(shippingPrice, rows) }, ...upgrade];
  return { lines, total: moneyOf(total(rows), rows) };
}

export async function readCustomer(db: Db, id: string): Promise<ShopCustomer | undefined> {
  const [row] = await db.select().from(customers).where(eq(customers.id, id));
  if (!row) return undefined;
  const rows = await db
    .select()
    .from(addresses)
    .where(eq(addresses.customer, id))
    .orderBy(asc(addresses.position));
  const saved = rows.map(toAddress);
  const usual = saved.find(({ label }) => label === row.defaultAddress) ?? saved[0];
  return {
    firstName: row.firstName,
    name: row.name,
    email: row.email,
    addresses: saved,
    ...(usual && { defaultAddress: usual }),
    paymentMethods: await readMethods(db, id),
  };
}

const toAddress = ({
  label,
  recipient,
  street,
  line2,
  city,
  region,
  postcode,
  country,
}: typeof addresses.$inferSelect): Address => ({
  label,
  recipient,
  street,
  ...(line2 && { line2 }),
  city,
  ...(region && { region }),
  postcode,
  country,
});

export const hasCustomers = async (db: Db): Promise<boolean> =>
  (await db.select({ id: customers.id }).from(customers).limit(1)).length > 0;
