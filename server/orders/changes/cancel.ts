import Type from 'typebox';
import { MethodAmount, Money } from '#protocol';
import type { Db } from '../../store/index.ts';
import { actOnce } from '../act-once.ts';
import type { LineChoice, OrderAct } from '../contract.ts';
import { giveBack, heldTotal } from '../ledger.ts';
import { chosenLines, linesNote, setLines, splitLines } from '../lines.ts';
import { NotPossibleError } from '../not-possible.ts';
import { refundOf } from '../options.ts';
import type { Now, OrderCase } from '../order-case.ts';
import { moneyOf, standing } from '../order-rows.ts';
import { record } from './record.ts';

const Refunded = Type.Object({ refund: Money, refunds: Type.Optional(Type.Array(MethodAmount)) });

/** A shop that lists reasons wants one of them. */
function requireReason({ policies: { cancelReasons } }: OrderCase, reason: string | undefined) {
  if (cancelReasons.length > 0 && !cancelReasons.some((one) => one === reason))
    throw new NotPossibleError('reason_not_accepted');
}

/** Possible until the order ships; all that was paid and has not gone back goes back to those who paid it. */
export const cancelOrder = (tx: Db, act: OrderAct & { reason?: string }, now: Now) =>
  actOnce(tx, act, now, {
    kind: 'cancel',
    of: 'cancel',
    terms: Refunded,
    async make(at) {
      requireReason(at, act.reason);
      const refund = moneyOf(heldTotal(at), at);
      await record(tx, at.order, { state: 'cancelled' }, { at: now.at, kind: 'cancelled', note: act.reason });
      return { refund, refunds: await giveBack(tx, at, refund.amount) };
    },
    said: ({ refund }) => ({ amount: refund }),
    tell: (about, { refund, refunds = [] }) => ({
      kind: 'cancelled',
      ...about,
      refund,
      refunds,
      ...(act.reason && { reason: act.reason }),
    }),
  });

const LinesCancelled = Type.Object({
  refund: Money,
  refunds: Type.Array(MethodAmount),
  lines: Type.Array(Type.Object({ line: Type.String(), quantity: Type.Integer() })),
});

/** Takes some of an order off it before it leaves; their price goes back. */
export const cancelLines = (tx: Db, act: OrderAct & { lines: LineChoice[]; reason?: string }, now: Now) =>
  actOnce(tx, act, now, {
    kind: 'cancel_lines',
    of: 'cancelLines',
    terms: LinesCancelled,
    async make(at) {
      requireReason(at, act.reason);
      const { lines, chosen } = splitLines(at.lines, chosenLines(at, act.lines), { state: 'cancelled' });
      if (standing({ lines }).length === 0) throw new NotPossibleError('nothing_left');
      const refund = moneyOf(refundOf(at, chosen), at);
      const refunds = await giveBack(tx, at, refund.amount);
      await setLines(tx, at.order.number, lines);
      await record(tx, at.order, {}, { at: now.at, kind: 'lines_cancelled', note: linesNote(chosen) });
      return { refund, refunds, lines: chosen.map(({ id, quantity }) => ({ line: id, quantity })) };
    },
    said: ({ refund }) => ({ amount: refund }),
    tell: (about, terms) => ({
      kind: 'lines_cancelled',
      ...about,
      ...terms,
      ...(act.reason && { reason: act.reason }),
    }),
  });
