import type { OrderBrief, OrderEvent, ProductBrief } from '#protocol';
import type { IdentifiedLine, ShopOrder } from './contract.ts';
import { daysBetween } from './days.ts';
import {
  type LineRow,
  moneyOf,
  type OrderRow,
  type OrderRows,
  type PaidOrderRows,
  standing,
  total,
} from './order-rows.ts';
import type { orderEvents } from './tables.ts';

type EventRow = typeof orderEvents.$inferSelect;

const productOf = ({ slug, name, noun, picture }: LineRow): ProductBrief => ({ slug, name, noun, picture });

/** The day it comes: the expected one, or a later one that was asked for. */
const dueOn = ({ expectedOn, requestedOn }: OrderRow) =>
  requestedOn && (!expectedOn || requestedOn > expectedOn) ? requestedOn : expectedOn;

export function toBrief(rows: OrderRows): OrderBrief {
  const { order } = rows;
  const lines = standing(rows).length > 0 ? standing(rows) : rows.lines;
  const main = lines.reduce((most, line) => (line.price > most.price ? line : most));
  const due = dueOn(order);
  const { promisedOn, expectedOn } = order;
  return {
    number: order.number,
    state: order.state,
    placedAt: order.placedAt.toISOString(),
    mainProduct: productOf(main),
    itemCount: lines.reduce((sum, { quantity }) => sum + quantity, 0),
    total: moneyOf(total(rows), rows),
    ...(due && { expectedOn: due }),
    delayDays: promisedOn && expectedOn ? Math.max(0, daysBetween(promisedOn, expectedOn)) : 0,
  };
}

export const toLine = (line: LineRow, { order }: Pick<OrderRows, 'order'>): IdentifiedLine => ({
  id: line.id,
  product: productOf(line),
  ...(line.sku && { sku: line.sku }),
  ...(line.options && { options: line.options }),
  quantity: line.quantity,
  price: moneyOf(line.price, { order }),
  ...(line.state && { state: line.state }),
  ...(line.replacement && { replacement: line.replacement }),
});

export function toView(rows: PaidOrderRows, events: EventRow[]): ShopOrder {
  const { order, lines, payments, refunds } = rows;
  return {
    ...toBrief(rows),
    lines: lines.map((line) => toLine(line, rows)),
    address: order.address,
    shipping: order.shipping,
    ...(order.carrier && { carrier: order.carrier }),
    ...(order.trackingNumber && { trackingNumber: order.trackingNumber }),
    ...(order.instructions && { instructions: order.instructions }),
    ...(order.pickup && { pickup: order.pickup }),
    payments: payments.map(({ amount, method }) => ({
      amount: moneyOf(amount, rows),
      ...(method && { method }),
    })),
    refunds: refunds.map(({ amount, method, state, expectedOn }) => ({
      amount: moneyOf(amount, rows),
      ...(method && { method }),
      state,
      ...(expectedOn && { expectedOn }),
    })),
    events: events.map(toEvent),
  };
}

const toEvent = ({ at, kind, place, note }: EventRow): OrderEvent => ({
  at: at.toISOString(),
  kind,
  ...(place && { place }),
  ...(note && { note }),
});
