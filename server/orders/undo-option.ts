import { isDeepStrictEqual } from 'node:util';
import type { OrderOptions, Undoable } from './contract.ts';
import type { ActRow, OrderCase } from './order-case.ts';
import type { OrderRow } from './order-rows.ts';
import type { ShopPolicies } from './policies.ts';
import { isBy } from './state-machine.ts';
import type { Undoing } from './tables.ts';

/** Fields of an order that a change may set. */
export type OrderField = Exclude<keyof OrderRow, 'number' | 'customer' | 'placedAt' | 'currency'>;

const undoable: readonly Undoable[] = [
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
];

const isUndoable = (kind: ActRow['kind']): kind is Undoable => undoable.some((one) => one === kind);

/** Until when each can be taken back: as long as it could still be made. The others wait for goods to come back. */
const untilOf: Partial<Record<Undoable, keyof ShopPolicies['until']>> = {
  change_address: 'changeAddress',
  upgrade_shipping: 'upgradeShipping',
  change_delivery_day: 'changeDeliveryDay',
  set_delivery_instructions: 'setDeliveryInstructions',
  collect_order: 'collectOrder',
  change_items: 'changeItems',
  change_payment: 'changePayment',
};

/** As it is kept: without the difference between `Date` and text. */
const kept = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

export const lastAct = ({ acts }: OrderCase): ActRow | undefined => acts.at(-1);

/** Whether the last change can be taken back: while it could still be made, and if nobody has changed the same since. */
export function undoOption(at: OrderCase): OrderOptions['undo'] {
  const refused = <Reason extends string>(reason: Reason) => ({ allowed: false, reason }) as const;
  if (!at.policies.allowed.includes('undo')) return refused('not_offered');
  const last = lastAct(at);
  if (!last) return refused('nothing_to_undo');
  if (!isUndoable(last.kind) || !last.undo) return refused('not_revocable');
  const until = untilOf[last.kind];
  if (until ? !isBy(at.order.state, at.policies.until[until]) : at.returnCollected)
    return refused('too_late');
  if (!standsAsLeft(at, last.undo)) return refused('changed_since');
  const { address } = last.undo.before;
  return { allowed: true, change: last.kind, at: last.at.toISOString(), ...(address && { address }) };
}

function standsAsLeft({ order, lines, refunds }: OrderCase, undoing: Undoing): boolean {
  const now = Object.fromEntries(
    Object.keys(undoing.after).map((field) => [field, order[field as OrderField]]),
  );
  const moneyWaits = undoing.refunds
    .filter(({ state }) => state === 'waiting_for_goods')
    .every(({ id }) => refunds.some((one) => one.id === id && one.state === 'waiting_for_goods'));
  return (
    moneyWaits &&
    isDeepStrictEqual(kept(now), kept(undoing.after)) &&
    (!undoing.lines || isDeepStrictEqual(kept(lines), kept(undoing.lines.after)))
  );
}
