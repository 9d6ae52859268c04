import Type from 'typebox';
import { MethodAmount, Money } from '#protocol';
import type { Db } from '../../store/index.ts';
import { actOnce } from '../act-once.ts';
import type { ItemChange, OrderAct } from '../contract.ts';
import { changedItems, quoteItems } from '../item-changes.ts';
import { charge, differenceMethods, giveBack, paidAndHeld, paidWith, receiverOf } from '../ledger.ts';
import { linesNote, setLines } from '../lines.ts';
import { NotPossibleError } from '../not-possible.ts';
import type { Now } from '../order-case.ts';
import { moneyOf } from '../order-rows.ts';
import { record } from './record.ts';

/** A line as the shop's back end is told of it. */
const ToldLine = Type.Object({
  line: Type.String(),
  product: Type.String(),
  sku: Type.Optional(Type.String()),
  quantity: Type.Integer(),
  price: Money,
});

const ItemsChanged = Type.Object({
  difference: Money,
  payments: Type.Array(MethodAmount),
  refunds: Type.Array(MethodAmount),
  lines: Type.Array(ToldLine),
});

/** Adds, removes and replaces items before they are packed; the difference is paid or goes back at once. */
export const changeItems = (tx: Db, act: OrderAct & { items: ItemChange[]; method?: string }, now: Now) =>
  actOnce(tx, act, now, {
    kind: 'change_items',
    of: 'changeItems',
    terms: ItemsChanged,
    revocable: { fields: [], lines: true },
    async make(at) {
      const outcome = await changedItems(tx, at, act.items);
      const { difference, payer } = quoteItems(at, outcome.difference, act.method);
      const to = act.method === undefined ? undefined : receiverOf(at, differenceMethods(at), act.method);
      const payments = difference > 0 ? await charge(tx, at, difference, payer) : [];
      const refunds = difference < 0 ? await giveBack(tx, at, -difference, to ? { to } : {}) : [];
      await setLines(tx, at.order.number, outcome.lines);
      await record(tx, at.order, {}, { at: now.at, kind: 'items_changed', note: linesNote(outcome.chosen) });
      return {
        difference: moneyOf(difference, at),
        payments,
        refunds,
        lines: outcome.lines.map(({ id, slug, sku, quantity, price }) => ({
          line: id,
          product: slug,
          ...(sku && { sku }),
          quantity,
          price: moneyOf(price, at),
        })),
      };
    },
    said: ({ difference }) => ({ amount: difference }),
    tell: (about, terms) => ({ kind: 'items_changed', ...about, ...terms }),
  });

const PaymentChanged = Type.Object({
  total: Money,
  payments: Type.Array(MethodAmount),
  refunds: Type.Array(MethodAmount),
});

/** Pays an order by another method: what the old one paid goes back to it. */
export const changePayment = (tx: Db, act: OrderAct & { method: string }, now: Now) =>
  actOnce(tx, act, now, {
    kind: 'change_payment',
    of: 'changePayment',
    terms: PaymentChanged,
    revocable: { fields: [] },
    async make(at, { methods, total }) {
      const method = methods.find(({ id }) => id === act.method);
      if (!method)
        throw new NotPossibleError(refusalOf(at.methods, paidAndHeld(at)[0]?.method?.id, act.method));
      const refunds = await giveBack(tx, at, total.amount);
      const payments = await charge(tx, at, total.amount, method);
      const { label, ending } = paidWith(method);
      const note = ending ? `${label} ${ending}` : label;
      await record(tx, at.order, {}, { at: now.at, kind: 'payment_changed', note });
      return { total, payments, refunds };
    },
    said: ({ total }) => ({ amount: total }),
    tell: (about, terms) => ({ kind: 'payment_changed', ...about, ...terms }),
  });

function refusalOf(methods: readonly { id: string }[], current: string | undefined, wanted: string) {
  if (wanted === current) return 'nothing_changes';
  return methods.some(({ id }) => id === wanted) ? 'balance_too_low' : 'no_such_method';
}
