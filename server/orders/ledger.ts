import { and, eq, sql } from 'drizzle-orm';
import type { MethodAmount, PaidWith, PaymentMethod } from '#protocol';
import type { Db } from '../store/index.ts';
import { addDays, dayOf } from './days.ts';
import { NotPossibleError } from './not-possible.ts';
import type { OrderCase } from './order-case.ts';
import { moneyOf, type PaidOrderRows, total } from './order-rows.ts';
import { refundDays } from './refund-days.ts';
import { paymentMethods, payments, refunds } from './tables.ts';

/** What a method paid and has not got back; smallest unit of the order's currency. */
interface Held {
  amount: number;
  method: PaidWith | null;
}

/**
 * What each method has paid for an order and not got back, in the order in which they paid. Where the shop told nothing
 * of payments, all of it by a method that is not known. A refund that went elsewhere is taken off the last that paid.
 */
export function paidAndHeld(rows: PaidOrderRows): Held[] {
  const held = new Map<string, Held>();
  const paid = rows.payments.filter(({ state }) => state === 'paid');
  for (const { amount, method } of rows.payments.length > 0
    ? paid
    : [{ amount: total(rows), method: null }]) {
    const known = held.get(method?.id ?? '');
    if (known) known.amount += amount;
    else held.set(method?.id ?? '', { amount, method });
  }
  const entries = [...held.values()];
  for (const { amount, method } of rows.refunds) {
    const own = held.get(method?.id ?? '');
    let left = amount;
    for (const entry of [...(own ? [own] : []), ...entries.toReversed()]) {
      const taken = Math.min(left, entry.amount);
      entry.amount -= taken;
      left -= taken;
    }
  }
  return entries.filter(({ amount }) => amount > 0);
}

export const heldTotal = (rows: PaidOrderRows): number =>
  paidAndHeld(rows).reduce((sum, { amount }) => sum + amount, 0);

/** How an amount goes back to the methods that paid, never more than they hold. */
export function backToPayers(rows: PaidOrderRows, amount: number): Held[] {
  let left = amount;
  return paidAndHeld(rows).flatMap(({ amount: most, method }) => {
    const part = Math.min(left, most);
    left -= part;
    return part > 0 ? [{ amount: part, method }] : [];
  });
}

export const shownParts = (rows: PaidOrderRows, parts: readonly Held[]): MethodAmount[] =>
  parts.map(({ amount, method }) => ({ amount: moneyOf(amount, rows), ...(method && { method }) }));

export const paidWith = ({ balance: _, ...method }: PaymentMethod): PaidWith => method;

const isGiftCard = ({ kind }: Pick<PaymentMethod, 'kind'>) => kind === 'gift_card';

/** Whether a method can pay an amount: a gift card must have it. */
export const covers = (method: PaymentMethod, amount: number, currency: string): boolean =>
  !isGiftCard(method) ||
  (method.balance !== undefined && method.balance.currency === currency && method.balance.amount >= amount);

/** The customer's methods that the shop lets pay a difference, or receive it. */
export const differenceMethods = ({ methods, policies }: OrderCase): PaymentMethod[] =>
  methods.filter(
    ({ kind }) => policies.differenceMethods.length === 0 || policies.differenceMethods.includes(kind),
  );

/** The customer's methods that paid for an order: what is named by its own method goes back there in any case. */
const payersOf = ({ methods, payments }: OrderCase): PaymentMethod[] =>
  methods.filter(({ id }) => payments.some(({ method }) => method?.id === id));

/** Methods to which goods' price can go: those that paid, and others where the shop allows it. */
export const refundMethods = (at: OrderCase): PaymentMethod[] => [
  ...new Set([...returnMethods(at), ...payersOf(at)]),
];

/** Methods besides the paying ones to which goods' price can go back. */
export function returnMethods({ methods, policies: { returnTo } }: OrderCase): PaymentMethod[] {
  if (returnTo.includes('any')) return methods;
  return returnTo.includes('gift_card') ? methods.filter(isGiftCard) : [];
}

/**
 * The method that pays `amount` more: the one named, or the one that paid before. `undefined` where nobody knows any.
 * Throws NotPossibleError where it is none of theirs, is not accepted, or does not cover it.
 */
export function payerOf(at: OrderCase, amount: number, id: string | undefined): PaymentMethod | undefined {
  const before = at.payments.findLast(({ method }) => method)?.method?.id;
  const wanted = id ?? before;
  if (wanted === undefined) return undefined;
  const method = at.methods.find((one) => one.id === wanted);
  if (!method && id === undefined) return undefined;
  if (!method) throw new NotPossibleError('no_such_method');
  if (id !== undefined && !differenceMethods(at).includes(method))
    throw new NotPossibleError('method_not_accepted');
  if (!covers(method, amount, at.order.currency)) throw new NotPossibleError('balance_too_low');
  return method;
}

/** One of the customer's methods by its id, of those that may receive. Throws NotPossibleError. */
export function receiverOf(
  { methods }: OrderCase,
  accepted: readonly PaymentMethod[],
  id: string,
): PaymentMethod {
  const method = methods.find((one) => one.id === id);
  if (!method) throw new NotPossibleError('no_such_method');
  if (!accepted.includes(method)) throw new NotPossibleError('method_not_accepted');
  return method;
}

const move = (tx: Db, customer: string, method: string, by: number) =>
  tx
    .update(paymentMethods)
    .set({ balance: sql`${paymentMethods.balance} + ${by}` })
    .where(and(eq(paymentMethods.customer, customer), eq(paymentMethods.id, method)));

/** Where the shop told nothing of payments: from here on, what was paid is written down. */
async function opened(tx: Db, { order, payments: known, ...rest }: OrderCase) {
  if (known.length > 0) return;
  const amount = total({ order, ...rest });
  const [row] = await tx
    .insert(payments)
    .values({ order: order.number, amount, at: order.placedAt })
    .returning();
  if (row) known.push(row);
}

/** Takes an amount from a method; `due` once the goods leave. A gift card's balance goes down at once. */
export async function charge(
  tx: Db,
  at: OrderCase,
  amount: number,
  method: PaymentMethod | undefined,
  state: 'paid' | 'due' = 'paid',
): Promise<MethodAmount[]> {
  if (amount === 0) return [];
  await opened(tx, at);
  const paid = method ? paidWith(method) : null;
  await tx.insert(payments).values({ order: at.order.number, amount, method: paid, state, at: at.now.at });
  if (method && isGiftCard(method) && state === 'paid') await move(tx, at.order.customer, method.id, -amount);
  return shownParts(at, [{ amount, method: paid }]);
}

/**
 * Gives an amount back, to `to` or to those that paid. At once onto a gift card, in some days elsewhere; `waiting_for_goods`
 * until they have arrived.
 */
export async function giveBack(
  tx: Db,
  at: OrderCase,
  amount: number,
  { to, when = 'now' }: { to?: PaymentMethod; when?: 'now' | 'goods_arrive' } = {},
): Promise<MethodAmount[]> {
  if (amount === 0) return [];
  await opened(tx, at);
  const most = Math.min(amount, heldTotal(at));
  const parts = to ? [{ amount: most, method: paidWith(to) }] : backToPayers(at, most);
  const { now, order } = at;
  for (const part of parts) {
    const card =
      part.method && at.methods.find(({ id, kind }) => id === part.method?.id && kind === 'gift_card');
    const values = { ...part, order: order.number, at: now.at };
    if (when === 'goods_arrive') await tx.insert(refunds).values({ ...values, state: 'waiting_for_goods' });
    else if (card) {
      await tx.insert(refunds).values({ ...values, state: 'paid' });
      await move(tx, order.customer, card.id, part.amount);
    } else {
      const expectedOn = addDays(dayOf(now.at, now.timeZone), refundDays);
      await tx.insert(refunds).values({ ...values, state: 'processing', expectedOn });
    }
  }
  return shownParts(at, parts);
}
