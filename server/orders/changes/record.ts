import { eq } from 'drizzle-orm';
import { HexkeyError } from '../../errors.ts';
import type { Db } from '../../store/index.ts';
import type { OrderEventKind } from '../event-kinds.ts';
import type { OrderRow } from '../order-rows.ts';
import { canGo } from '../state-machine.ts';
import { orderEvents, orders } from '../tables.ts';

const longestNote = 300;

/** Writes a change and the entry in the order's history that tells of it. */
export async function record(
  tx: Db,
  order: OrderRow,
  set: Partial<OrderRow>,
  { note, ...event }: { at: Date; kind: OrderEventKind; note?: string | undefined },
): Promise<void> {
  if (set.state && !canGo(order.state, set.state))
    throw new HexkeyError('internal', `Order ${order.number} cannot go from ${order.state} to ${set.state}.`);
  if (Object.keys(set).length > 0) await tx.update(orders).set(set).where(eq(orders.number, order.number));
  await tx
    .insert(orderEvents)
    .values({ order: order.number, ...event, ...(note && { note: note.slice(0, longestNote) }) });
}
