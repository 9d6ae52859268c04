import type { Day, Money } from '#protocol';
import type { DeliveryOption } from '../catalogue/index.ts';
import type { Allowed, OrderOptions } from './contract.ts';
import { addDays, dayOf } from './days.ts';
import { goodsTotal, type OrderRows, total } from './order-rows.ts';
import { stageOf } from './state-machine.ts';

/** Days after delivery within which goods can be sent back. */
export const returnWindowDays = 30;

export interface Now {
  at: Date;
  timeZone: string;
}

/** What can be done with an order at a moment. */
export function optionsFor(rows: OrderRows, delivery: readonly DeliveryOption[], now: Now): OrderOptions {
  return {
    changeAddress: untilShipped(rows),
    cancel: untilShipped(rows),
    hurry: hurry(rows, delivery, now),
    return: sendBack(rows, now),
  };
}

function untilShipped({ order }: OrderRows): Allowed<'shipped' | 'delivered' | 'cancelled'> {
  const stage = stageOf(order.state);
  if (stage === 'here') return { allowed: true };
  return { allowed: false, reason: stage === 'returning' ? 'delivered' : stage };
}

function hurry(rows: OrderRows, delivery: readonly DeliveryOption[], now: Now): OrderOptions['hurry'] {
  const open = untilShipped(rows);
  if (!open.allowed) return open;
  if (rows.order.shipping === 'express') return { allowed: false, reason: 'already_express' };
  const upgrade = expressUpgrade(rows, delivery, now);
  return upgrade ? { allowed: true, ...upgrade } : { allowed: false, reason: 'no_sooner' };
}

/** A packed order makes express's shortest time; one that is still to be packed is promised its longest. */
function expressUpgrade(
  { order }: OrderRows,
  delivery: readonly DeliveryOption[],
  { at, timeZone }: Now,
): { price: Money; expectedOn: Day } | undefined {
  const express = delivery.find(({ id }) => id === 'express');
  if (express?.price.currency !== order.currency) return undefined;
  const days = express.days[order.state === 'packed' ? 0 : 1];
  const expectedOn = addDays(dayOf(at, timeZone), days);
  if (expectedOn >= order.expectedOn) return undefined;
  const amount = Math.max(0, express.price.amount - order.shippingPrice);
  return { price: { amount, currency: order.currency }, expectedOn };
}

function sendBack(rows: OrderRows, { at, timeZone }: Now): OrderOptions['return'] {
  const { order } = rows;
  const stage = stageOf(order.state);
  if (stage === 'cancelled') return { allowed: false, reason: 'cancelled' };
  if (stage === 'returning') return { allowed: false, reason: 'already_returning' };
  if (stage !== 'delivered' || !order.deliveredAt) return { allowed: false, reason: 'not_delivered' };
  const until = addDays(dayOf(order.deliveredAt, timeZone), returnWindowDays);
  if (dayOf(at, timeZone) > until) return { allowed: false, reason: 'window_closed' };
  return { allowed: true, refund: { amount: goodsTotal(rows), currency: order.currency }, until };
}

/** All that was paid: goods, delivery and an upgrade of it. */
export const paid = (rows: OrderRows): Money => ({ amount: total(rows), currency: rows.order.currency });
