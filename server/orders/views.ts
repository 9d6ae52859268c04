import type { OrderBrief, OrderEvent, OrderView, ProductBrief } from '#protocol';
import { daysBetween } from './days.ts';
import { type LineRow, type OrderRows, total } from './order-rows.ts';
import type { orderEvents } from './tables.ts';

type EventRow = typeof orderEvents.$inferSelect;

const productOf = ({ slug, name, noun, picture }: LineRow): ProductBrief => ({ slug, name, noun, picture });

export function toBrief(rows: OrderRows): OrderBrief {
  const { order, lines } = rows;
  const main = lines.reduce((most, line) => (line.price > most.price ? line : most));
  return {
    number: order.number,
    state: order.state,
    placedAt: order.placedAt.toISOString(),
    mainProduct: productOf(main),
    itemCount: lines.reduce((sum, { quantity }) => sum + quantity, 0),
    total: { amount: total(rows), currency: order.currency },
    expectedOn: order.expectedOn,
    delayDays: Math.max(0, daysBetween(order.promisedOn, order.expectedOn)),
  };
}

export function toView(rows: OrderRows, events: EventRow[]): OrderView {
  const { order, lines } = rows;
  return {
    ...toBrief(rows),
    lines: lines.map((line) => ({
      product: productOf(line),
      quantity: line.quantity,
      price: { amount: line.price, currency: order.currency },
    })),
    address: order.address,
    shipping: order.shipping,
    ...(order.carrier && { carrier: order.carrier }),
    ...(order.trackingNumber && { trackingNumber: order.trackingNumber }),
    events: events.map(toEvent),
  };
}

const toEvent = ({ at, kind, place, note }: EventRow): OrderEvent => ({
  at: at.toISOString(),
  kind,
  ...(place && { place }),
  ...(note && { note }),
});
