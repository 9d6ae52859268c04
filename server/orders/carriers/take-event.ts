import { and, eq, sql } from 'drizzle-orm';
import type { OrderState } from '#protocol';
import type { Db } from '../../store/index.ts';
import { addDays, dayOf } from '../days.ts';
import type { Now } from '../order-case.ts';
import type { OrderRow } from '../order-rows.ts';
import { refundDays } from '../refund-days.ts';
import { canGo } from '../state-machine.ts';
import { carrierEvents, orderEvents, orderLines, orders, refunds } from '../tables.ts';
import type { CarrierEvent } from './schemas.ts';

/** Where each kind of message takes an order. */
const leadsTo: Partial<Record<CarrierEvent['kind'], OrderState>> = {
  collected: 'shipped',
  departed: 'shipped',
  arrived: 'shipped',
  out_for_delivery: 'out_for_delivery',
  delivered: 'delivered',
  lost: 'lost',
  returned: 'returned',
};

/**
 * Takes one carrier message in, in a transaction of its own. Messages come late, twice and in any order: each is kept
 * in the history once, at its own time; only one that leads forward moves the order, and only a newer estimate counts.
 */
export const takeCarrierEvent = (
  db: Db,
  carrier: string,
  event: CarrierEvent,
  now: Now,
): Promise<'taken' | 'known' | 'unmatched'> =>
  db.transaction(async (tx) => {
    const [order] = await tx
      .select()
      .from(orders)
      .where(and(eq(orders.trackingNumber, event.trackingNumber), eq(carrierSlug, carrier)))
      .for('update');
    if (!order) return 'unmatched';
    const fresh = await tx
      .insert(carrierEvents)
      .values({ carrier, id: event.id, receivedAt: now.at })
      .onConflictDoNothing()
      .returning();
    if (fresh.length === 0) return 'known';
    await apply(tx, order, event, now);
    return 'taken';
  });

/** "Parcel Lark" is addressed as `parcel-lark`. */
const carrierSlug = sql<string>`replace(lower(${orders.carrier}), ' ', '-')`;

async function apply(tx: Db, order: OrderRow, event: CarrierEvent, now: Now) {
  const at = new Date(Math.min(Date.parse(event.at), now.at.getTime()));
  const { kind, place, note } = event;
  await tx.insert(orderEvents).values({ order: order.number, at, kind, place, note });
  const to = leadsTo[kind];
  const moved = to && canGo(order.state, to) ? to : undefined;
  const set = {
    ...(moved ? { state: moved } : {}),
    ...estimate(order, event, at),
    ...arrival(moved, at, now),
  };
  if (Object.keys(set).length > 0) await tx.update(orders).set(set).where(eq(orders.number, order.number));
  if (kind === 'returned') await goodsBack(tx, order, now);
}

/** What went back has arrived, all of an order or some lines of it: their price is paid out. */
async function goodsBack(tx: Db, order: OrderRow, now: Now) {
  await tx
    .update(orderLines)
    .set({ state: 'returned' })
    .where(and(eq(orderLines.order, order.number), eq(orderLines.state, 'return_requested')));
  await tx
    .update(refunds)
    .set({ state: 'processing', expectedOn: addDays(dayOf(now.at, now.timeZone), refundDays) })
    .where(and(eq(refunds.order, order.number), eq(refunds.state, 'waiting_for_goods')));
}

function estimate(order: OrderRow, { expectedOn }: CarrierEvent, at: Date): Partial<OrderRow> {
  const newer = !order.estimatedAt || at >= order.estimatedAt;
  return expectedOn && newer && !order.deliveredAt ? { expectedOn, estimatedAt: at } : {};
}

const arrival = (moved: OrderState | undefined, at: Date, { timeZone }: Now): Partial<OrderRow> =>
  moved === 'delivered' ? { deliveredAt: at, expectedOn: dayOf(at, timeZone) } : {};
