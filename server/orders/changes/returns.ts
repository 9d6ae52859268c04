import Type from 'typebox';
import { Day, MethodAmount, Money } from '#protocol';
import type { Db } from '../../store/index.ts';
import { actOnce } from '../act-once.ts';
import type { LineChoice, OrderAct, Swap } from '../contract.ts';
import { addDays, dayOf } from '../days.ts';
import { quoteItems, swapItems } from '../item-changes.ts';
import { charge, differenceMethods, giveBack, receiverOf, refundMethods } from '../ledger.ts';
import { chosenLines, linesNote, setLines, splitLines } from '../lines.ts';
import { refundOf } from '../options.ts';
import type { Now, OrderCase } from '../order-case.ts';
import { type LineRow, moneyOf, standing, untouched } from '../order-rows.ts';
import { record } from './record.ts';

const daysToCollection = 2;

const collectionDay = ({ at, timeZone }: Now) => addDays(dayOf(at, timeZone), daysToCollection);

const Returned = Type.Object({
  refund: Money,
  refunds: Type.Optional(Type.Array(MethodAmount)),
  collectOn: Day,
  lines: Type.Optional(Type.Array(Type.Object({ line: Type.String(), quantity: Type.Integer() }))),
});

type Return = OrderAct & { reason?: string; refundTo?: string };

/**
 * Sends pieces back: their price goes back once they have arrived; delivery is not refunded. The order as a whole goes
 * back once nothing of it stays.
 */
async function takeBack(tx: Db, at: OrderCase, act: Return, chosen: ReadonlyMap<string, number>) {
  const to = act.refundTo === undefined ? undefined : receiverOf(at, refundMethods(at), act.refundTo);
  const split = splitLines(at.lines, chosen, { state: 'return_requested' });
  const refund = moneyOf(refundOf(at, split.chosen), at);
  const refunds = await giveBack(tx, at, refund.amount, { ...(to && { to }), when: 'goods_arrive' });
  await setLines(tx, at.order.number, split.lines);
  const whole = standing({ lines: split.lines }).every(({ state }) => state === 'return_requested');
  const note = act.reason ?? (whole ? undefined : linesNote(split.chosen));
  await record(tx, at.order, whole ? { state: 'return_requested' } : {}, {
    at: at.now.at,
    kind: 'return_requested',
    note,
  });
  const lines = split.chosen.map(({ id, quantity }) => ({ line: id, quantity }));
  return { refund, refunds, collectOn: collectionDay(at.now), lines };
}

const tellReturn =
  (act: Return) =>
  (
    about: { at: string; customer: string; order: string },
    { refund, refunds = [], collectOn, lines = [] }: Type.Static<typeof Returned>,
  ) => ({
    kind: 'return_requested' as const,
    ...about,
    refund,
    refunds,
    collectOn,
    lines,
    ...(act.reason && { reason: act.reason }),
  });

const revocable = { fields: ['state'], lines: true } as const;

/** All of an order that has not gone back yet. Possible within the return window. */
export const startReturn = (tx: Db, act: Return, now: Now) =>
  actOnce(tx, act, now, {
    kind: 'start_return',
    of: 'return',
    terms: Returned,
    revocable,
    make: (at) => takeBack(tx, at, act, new Map(untouched(at).map(({ id, quantity }) => [id, quantity]))),
    said: ({ refund }) => ({ amount: refund }),
    tell: tellReturn(act),
  });

export const returnLines = (tx: Db, act: Return & { lines: LineChoice[] }, now: Now) =>
  actOnce(tx, act, now, {
    kind: 'return_lines',
    of: 'returnLines',
    terms: Returned,
    revocable,
    make: (at) => takeBack(tx, at, act, chosenLines(at, act.lines)),
    said: ({ refund }) => ({ amount: refund }),
    tell: tellReturn(act),
  });

const Exchanged = Type.Object({
  difference: Money,
  payments: Type.Array(MethodAmount),
  refunds: Type.Array(MethodAmount),
  collectOn: Day,
  lines: Type.Array(
    Type.Object({
      line: Type.String(),
      quantity: Type.Integer(),
      product: Type.String(),
      sku: Type.Optional(Type.String()),
    }),
  ),
});

/** Swaps delivered things for others. The difference is paid, or paid back, when they are swapped. */
export const exchangeItems = (
  tx: Db,
  act: OrderAct & { items: Swap[]; method?: string; reason?: string },
  now: Now,
) =>
  actOnce(tx, act, now, {
    kind: 'exchange_items',
    of: 'exchangeItems',
    terms: Exchanged,
    revocable,
    async make(at) {
      const swapped = await swapItems(tx, at, act.items);
      const { difference, payer } = quoteItems(at, swapped.difference, act.method);
      const payments = difference > 0 ? await charge(tx, at, difference, payer, 'due') : [];
      const to = act.method === undefined ? undefined : receiverOf(at, differenceMethods(at), act.method);
      const refunds =
        difference < 0
          ? await giveBack(tx, at, -difference, { ...(to && { to }), when: 'goods_arrive' })
          : [];
      await setLines(tx, at.order.number, swapped.lines);
      await record(
        tx,
        at.order,
        {},
        {
          at: now.at,
          kind: 'exchange_requested',
          note: act.reason ?? linesNote(swapped.chosen),
        },
      );
      return {
        difference: moneyOf(difference, at),
        payments,
        refunds,
        collectOn: collectionDay(now),
        lines: swapped.chosen.map(swapOf),
      };
    },
    said: ({ difference }) => ({ amount: difference }),
    tell: (about, terms) => ({
      kind: 'items_exchanged',
      ...about,
      ...terms,
      ...(act.reason && { reason: act.reason }),
    }),
  });

const swapOf = ({ id, quantity, slug, replacement }: LineRow) => ({
  line: id,
  quantity,
  product: replacement?.product.slug ?? slug,
  ...(replacement?.sku && { sku: replacement.sku }),
});
