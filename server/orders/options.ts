import type { Day, PaymentMethod } from '#protocol';
import type { Allowed, BeforeDelivery, BeforeLeaving, OpenLine, OrderOptions } from './contract.ts';
import { addDays, dayOf } from './days.ts';
import {
  backToPayers,
  covers,
  differenceMethods,
  heldTotal,
  paidAndHeld,
  returnMethods,
  shownParts,
} from './ledger.ts';
import type { OrderCase } from './order-case.ts';
import { type LineRow, moneyOf, priceOf, standing, untouched } from './order-rows.ts';
import type { ShopPolicies } from './policies.ts';
import { isBy, stageOf } from './state-machine.ts';
import { undoOption } from './undo-option.ts';

/** Days after delivery within which goods can be sent back, where the shop has not set others. */
export const returnWindowDays = 30;

/** What can be done with an order at a moment. */
export function optionsFor(at: OrderCase): OrderOptions {
  return {
    changeAddress: changeAddress(at),
    cancel: cancel(at),
    upgradeShipping: upgradeShipping(at),
    return: sendBack(at),
    returnLines: returnLines(at),
    exchangeItems: exchangeItems(at),
    cancelLines: cancelLines(at),
    changeItems: changeItems(at),
    changePayment: changePayment(at),
    changeDeliveryDay: changeDeliveryDay(at),
    setDeliveryInstructions: beforeDelivery(at, 'setDeliveryInstructions'),
    collectOrder: collectOrder(at),
    undo: undoOption(at),
  };
}

const refused = <Reason extends string>(reason: Reason) => ({ allowed: false, reason }) as const;

const offers = ({ policies }: OrderCase, change: ShopPolicies['allowed'][number]) =>
  policies.allowed.includes(change);

type EarlyChange =
  | 'changeAddress'
  | 'cancel'
  | 'upgradeShipping'
  | 'cancelLines'
  | 'changeItems'
  | 'changePayment';

/** Whether a change that ends before the goods leave is still open. */
export function beforeLeaving(at: OrderCase, change: EarlyChange): Allowed<BeforeLeaving> {
  if (!offers(at, change)) return refused('not_offered');
  const stage = stageOf(at.order.state);
  if (stage === 'returning') return refused('delivered');
  if (stage !== 'here') return refused(stage);
  if (!isBy(at.order.state, at.policies.until[change])) return refused('packed');
  return { allowed: true };
}

type LateChange = 'changeDeliveryDay' | 'setDeliveryInstructions' | 'collectOrder';

/** Whether a change that a carrier may still make on the way is open. */
export function beforeDelivery(at: OrderCase, change: LateChange): Allowed<BeforeDelivery> {
  if (!offers(at, change)) return refused('not_offered');
  const { state, carrier } = at.order;
  const stage = stageOf(state);
  if (stage === 'returning') return refused('delivered');
  if (stage === 'cancelled' || stage === 'delivered') return refused(stage);
  if (!isBy(state, at.policies.until[change]))
    return refused(state === 'packed' || state === 'out_for_delivery' ? state : 'shipped');
  const does = carrier ? at.policies.carriers[carrier.toLowerCase().replaceAll(' ', '-')] : undefined;
  if (stage === 'shipped' && does && !does.includes(change)) return refused('carrier_cannot');
  return { allowed: true };
}

function changeAddress(at: OrderCase): OrderOptions['changeAddress'] {
  const open = beforeLeaving(at, 'changeAddress');
  const countries = at.policies.deliveryCountries;
  return open.allowed && countries.length > 0 ? { ...open, countries } : open;
}

function cancel(at: OrderCase): OrderOptions['cancel'] {
  const open = beforeLeaving(at, 'cancel');
  if (!open.allowed) return open;
  const refunds = shownParts(at, paidAndHeld(at));
  return { allowed: true, refund: moneyOf(heldTotal(at), at), refunds, reasons: at.policies.cancelReasons };
}

function upgradeShipping(at: OrderCase): OrderOptions['upgradeShipping'] {
  const open = beforeLeaving(at, 'upgradeShipping');
  if (!open.allowed) return open;
  const upgrade = shippingUpgrade(at);
  if (typeof upgrade === 'string') return refused(upgrade);
  const { price, expectedOn } = upgrade;
  const methods = coveredBy(differenceMethods(at), price, at);
  return { allowed: true, price: moneyOf(price, at), expectedOn, methods };
}

const coveredBy = (methods: readonly PaymentMethod[], amount: number, at: OrderCase) =>
  methods.filter((method) => covers(method, amount, at.order.currency));

/**
 * The cheapest way of delivery that is faster than the order's. A packed order makes its shortest time; one that is
 * still to be packed is promised its longest.
 */
export function shippingUpgrade({
  order: row,
  delivery,
  now: { at, timeZone },
}: OrderCase): { to: string; price: number; expectedOn: Day } | 'already_express' | 'no_sooner' {
  const priced = delivery.filter(({ price }) => price.currency === row.currency);
  const current = priced.find(({ id }) => id === row.shipping);
  const faster = priced
    .filter(({ id, days }) => id !== row.shipping && (!current || days[1] < current.days[1]))
    .sort((a, b) => a.price.amount - b.price.amount);
  if (current && faster.length === 0) return 'already_express';
  for (const { id, price, days } of faster) {
    const expectedOn = addDays(dayOf(at, timeZone), days[row.state === 'packed' ? 0 : 1]);
    if (row.expectedOn === null || expectedOn < row.expectedOn)
      return { to: id, price: Math.max(0, price.amount - row.shippingPrice), expectedOn };
  }
  return 'no_sooner';
}

type Window = Allowed<'not_delivered' | 'window_closed' | 'already_returning' | 'cancelled', { until?: Day }>;

/** Whether the time after delivery is on in which goods can come back. */
function afterDelivery({ order: row, policies, now: { at, timeZone } }: OrderCase): Window {
  const stage = stageOf(row.state);
  if (stage === 'cancelled') return refused('cancelled');
  if (stage === 'returning') return refused('already_returning');
  if (stage !== 'delivered' || !row.deliveredAt) return refused('not_delivered');
  if (policies.returnWindowDays === 'no_end') return { allowed: true };
  const until = addDays(dayOf(row.deliveredAt, timeZone), policies.returnWindowDays);
  return dayOf(at, timeZone) > until ? refused('window_closed') : { allowed: true, until };
}

/** What comes back for lines: their price, of what was paid and has not gone back. */
export const refundOf = (at: OrderCase, lines: readonly Pick<LineRow, 'price' | 'quantity'>[]): number =>
  backToPayers(at, priceOf(lines)).reduce((sum, { amount }) => sum + amount, 0);

const openLine =
  (at: OrderCase) =>
  (line: LineRow): OpenLine => ({
    line: line.id,
    quantity: line.quantity,
    refund: moneyOf(refundOf(at, [line]), at),
  });

function sendBack(at: OrderCase): OrderOptions['return'] {
  if (!offers(at, 'return')) return refused('not_offered');
  const open = afterDelivery(at);
  if (!open.allowed) return open;
  const lines = untouched(at);
  if (lines.length === 0) return refused('already_returning');
  return { ...open, refund: moneyOf(refundOf(at, lines), at), to: returnMethods(at) };
}

const done = ({ acts }: OrderCase, ...kinds: OrderCase['acts'][number]['kind'][]) =>
  acts.some(({ kind }) => kinds.includes(kind));

function returnLines(at: OrderCase): OrderOptions['returnLines'] {
  if (!offers(at, 'returnLines')) return refused('not_offered');
  const open = afterDelivery(at);
  if (!open.allowed) return open;
  if (at.policies.returnLinesOnce && done(at, 'return_lines', 'exchange_items'))
    return refused('already_done');
  const lines = untouched(at).map(openLine(at));
  return lines.length > 0 ? { ...open, lines, to: returnMethods(at) } : refused('already_returning');
}

function exchangeItems(at: OrderCase): OrderOptions['exchangeItems'] {
  if (!offers(at, 'exchangeItems')) return refused('not_offered');
  const open = afterDelivery(at);
  if (!open.allowed) return open;
  if (at.policies.exchangeOnce && done(at, 'exchange_items')) return refused('already_done');
  const lines = untouched(at).map(openLine(at));
  return lines.length > 0 ? { ...open, lines, methods: differenceMethods(at) } : refused('already_returning');
}

function cancelLines(at: OrderCase): OrderOptions['cancelLines'] {
  const open = beforeLeaving(at, 'cancelLines');
  if (!open.allowed) return open;
  const lines = standing(at);
  const pieces = lines.reduce((sum, { quantity }) => sum + quantity, 0);
  return pieces > 1 ? { allowed: true, lines: lines.map(openLine(at)) } : refused('one_line');
}

function changeItems(at: OrderCase): OrderOptions['changeItems'] {
  const open = beforeLeaving(at, 'changeItems');
  if (!open.allowed) return open;
  if (at.policies.changeItemsOnce && done(at, 'change_items')) return refused('already_done');
  return {
    allowed: true,
    lines: untouched(at).map(openLine(at)),
    kinds: at.policies.itemChanges,
    methods: differenceMethods(at),
  };
}

function changePayment(at: OrderCase): OrderOptions['changePayment'] {
  const open = beforeLeaving(at, 'changePayment');
  if (!open.allowed) return open;
  const held = paidAndHeld(at);
  const [paid] = held;
  if (!paid?.method) return refused('payment_unknown');
  if (held.length > 1) return refused('split_payment');
  const others = at.methods.filter(({ id }) => id !== paid.method?.id);
  const methods = coveredBy(others, paid.amount, at);
  return methods.length > 0
    ? { allowed: true, total: moneyOf(paid.amount, at), methods }
    : refused('no_other_method');
}

function changeDeliveryDay(at: OrderCase): OrderOptions['changeDeliveryDay'] {
  const open = beforeDelivery(at, 'changeDeliveryDay');
  if (!open.allowed) return open;
  const { expectedOn, requestedOn } = at.order;
  if (!expectedOn) return refused('day_unknown');
  const tomorrow = addDays(dayOf(at.now.at, at.now.timeZone), 1);
  const first = expectedOn > tomorrow ? expectedOn : tomorrow;
  const { deliveryDaysAhead, deliveryWeekdays } = at.policies;
  const days = Array.from({ length: deliveryDaysAhead + 1 }, (_, ahead) => addDays(first, ahead));
  const current = requestedOn && requestedOn > expectedOn ? requestedOn : expectedOn;
  return {
    allowed: true,
    days: days.filter((day) => day !== current && deliveryWeekdays.includes(weekday(day))),
  };
}

/** 1 for Monday to 7. */
const weekday = (day: Day): number => new Date(day).getUTCDay() || 7;

function collectOrder(at: OrderCase): OrderOptions['collectOrder'] {
  const open = beforeDelivery(at, 'collectOrder');
  if (!open.allowed) return open;
  const points = at.points.filter(({ id }) => id !== at.order.pickup?.id);
  return points.length > 0 ? { allowed: true, points } : refused('no_points');
}
