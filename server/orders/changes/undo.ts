import { and, eq, inArray } from 'drizzle-orm';
import Type from 'typebox';
import { Address, Day, DeliveryInstructions, MethodAmount, Money, PickupPoint } from '#protocol';
import type { Db } from '../../store/index.ts';
import { actOnce } from '../act-once.ts';
import type { OrderAct, Undoable } from '../contract.ts';
import { charge, covers, giveBack } from '../ledger.ts';
import { setLines } from '../lines.ts';
import { NotPossibleError } from '../not-possible.ts';
import type { Now, OrderCase } from '../order-case.ts';
import { moneyOf, type PaymentRow, type RefundRow } from '../order-rows.ts';
import { orderActs, orders, payments, refunds } from '../tables.ts';
import { lastAct } from '../undo-option.ts';
import { record } from './record.ts';

const undoables = [
  'change_address',
  'upgrade_shipping',
  'change_delivery_day',
  'set_delivery_instructions',
  'collect_order',
  'change_items',
  'change_payment',
  'start_return',
  'return_lines',
  'exchange_items',
] as const satisfies readonly Undoable[];

/** What holds again, of what the change had set. */
const Restored = Type.Object({
  address: Type.Optional(Address),
  shipping: Type.Optional(Type.String()),
  expectedOn: Type.Optional(Type.Union([Day, Type.Null()])),
  requestedOn: Type.Optional(Type.Union([Day, Type.Null()])),
  instructions: Type.Optional(Type.Union([DeliveryInstructions, Type.Null()])),
  pickup: Type.Optional(Type.Union([Type.Pick(PickupPoint, ['id', 'name']), Type.Null()])),
  state: Type.Optional(Type.String()),
  lines: Type.Optional(
    Type.Array(
      Type.Object({
        line: Type.String(),
        product: Type.String(),
        sku: Type.Optional(Type.String()),
        quantity: Type.Integer(),
        price: Money,
      }),
    ),
  ),
});

const Undone = Type.Object({
  undone: Type.Enum([...undoables]),
  refund: Type.Optional(Money),
  payments: Type.Array(MethodAmount),
  refunds: Type.Array(MethodAmount),
  restored: Restored,
});

/** Takes the last change back: how things were is so again, and money goes the way it came. */
export const undo = (tx: Db, act: OrderAct, now: Now) =>
  actOnce(tx, act, now, {
    kind: 'undo',
    of: 'undo',
    terms: Undone,
    async make(at, { change }) {
      const last = lastAct(at);
      const undoing = last?.undo;
      if (!last || !undoing) throw new NotPossibleError('nothing_changes');
      const money = await moneyBack(tx, at, undoing);
      const { estimatedAt, ...before } = undoing.before;
      const set = {
        ...before,
        ...(estimatedAt !== undefined && { estimatedAt: estimatedAt && new Date(estimatedAt) }),
      };
      if (Object.keys(set).length > 0)
        await tx.update(orders).set(set).where(eq(orders.number, at.order.number));
      if (undoing.lines) await setLines(tx, at.order.number, undoing.lines.before);
      await tx.update(orderActs).set({ undoneAt: now.at }).where(eq(orderActs.key, last.key));
      await record(
        tx,
        at.order,
        {},
        { at: now.at, kind: 'change_undone', note: change.replaceAll('_', ' ') },
      );
      const { address, shipping, expectedOn, requestedOn, instructions, pickup, state } = undoing.before;
      const lines = undoing.lines?.before.map(({ id, slug, sku, quantity, price }) => ({
        line: id,
        product: slug,
        ...(sku && { sku }),
        quantity,
        price: moneyOf(price, at),
      }));
      return {
        undone: change,
        ...money,
        restored: defined({ address, shipping, expectedOn, requestedOn, instructions, pickup, state, lines }),
      };
    },
    said: ({ refund }) => (refund ? { amount: refund } : {}),
    tell: (about, terms) => ({ kind: 'change_undone', ...about, ...terms }),
  });

const defined = <Fields extends object>(fields: Fields) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [Field in keyof Fields]?: Exclude<Fields[Field], undefined>;
  };

/** What had not been settled is called off; what had been is paid back the other way. */
async function moneyBack(
  tx: Db,
  at: OrderCase,
  { payments: paid, refunds: back }: { payments: PaymentRow[]; refunds: RefundRow[] },
) {
  const open = {
    payments: paid.filter(({ state }) => state === 'due').map(({ id }) => id),
    refunds: back.filter(({ state }) => state === 'waiting_for_goods').map(({ id }) => id),
  };
  const { number } = at.order;
  if (open.payments.length > 0)
    await tx.delete(payments).where(and(eq(payments.order, number), inArray(payments.id, open.payments)));
  if (open.refunds.length > 0)
    await tx.delete(refunds).where(and(eq(refunds.order, number), inArray(refunds.id, open.refunds)));
  const taken: MethodAmount[] = [];
  for (const { amount, method, state } of back) {
    if (state === 'waiting_for_goods') continue;
    const payer = at.methods.find(({ id }) => id === method?.id);
    if (payer && !covers(payer, amount, at.order.currency)) throw new NotPossibleError('balance_too_low');
    taken.push(...(await charge(tx, at, amount, payer)));
  }
  const given: MethodAmount[] = [];
  let refund = 0;
  for (const { amount, method, state } of paid) {
    if (state === 'due') continue;
    const to = at.methods.find(({ id }) => id === method?.id);
    given.push(...(await giveBack(tx, at, amount, to ? { to } : {})));
    refund += amount;
  }
  return {
    ...(refund > 0 && { refund: moneyOf(refund, at) }),
    payments: taken,
    refunds: given,
  };
}
