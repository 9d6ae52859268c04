import type { ShopChange } from '../../feed/index.ts';

/** A part of an order that its customer may have changed. */
export type OrderPart =
  | 'state'
  | 'address'
  | 'shipping'
  | 'day'
  | 'instructions'
  | 'lines'
  | 'money'
  | 'everything';

/** What an import left alone of an order, and the changes that it did so for, oldest first. */
export interface KeptOrder {
  order: string;
  parts: OrderPart[];
  changes: ShopChange[];
}

export interface KeptCustomer {
  customer: string;
  parts: ('addresses' | 'balances' | 'everything')[];
  changes: ShopChange[];
}

const partsByKind: Partial<Record<ShopChange['kind'], readonly OrderPart[]>> = {
  address_changed: ['address'],
  collection_chosen: ['address'],
  shipping_upgraded: ['shipping', 'money'],
  cancelled: ['state', 'money'],
  lines_cancelled: ['lines', 'money'],
  return_requested: ['state', 'lines', 'money'],
  items_exchanged: ['lines', 'money'],
  items_changed: ['lines', 'money'],
  payment_changed: ['money'],
  delivery_day_changed: ['day'],
  delivery_instructions_set: ['instructions'],
};

const kindOfUndone: Record<string, ShopChange['kind']> = {
  change_address: 'address_changed',
  collect_order: 'collection_chosen',
  upgrade_shipping: 'shipping_upgraded',
  change_delivery_day: 'delivery_day_changed',
  set_delivery_instructions: 'delivery_instructions_set',
  change_items: 'items_changed',
  change_payment: 'payment_changed',
  start_return: 'return_requested',
  return_lines: 'return_requested',
  exchange_items: 'items_exchanged',
};

function partsOf(change: ShopChange): readonly OrderPart[] {
  const kind = change.kind === 'change_undone' ? kindOfUndone[change.undone] : change.kind;
  return (kind && partsByKind[kind]) ?? [];
}

/** What is the customers' own in these orders. */
export function keptOrders(changes: readonly ShopChange[]): KeptOrder[] {
  const kept = new Map<string, KeptOrder>();
  for (const change of changes) {
    const order = 'order' in change ? change.order : undefined;
    const parts = partsOf(change);
    if (!order || parts.length === 0) continue;
    const known = kept.get(order) ?? { order, parts: [], changes: [] };
    kept.set(order, known);
    known.parts = [...new Set([...known.parts, ...parts])];
    known.changes.push(change);
  }
  return [...kept.values()];
}

const usesGiftCard = (change: ShopChange) =>
  [
    ...('payments' in change ? (change.payments ?? []) : []),
    ...('refunds' in change ? (change.refunds ?? []) : []),
  ].some(({ method }) => method?.kind === 'gift_card');

function customerParts(change: ShopChange): KeptCustomer['parts'] {
  if (change.kind === 'customer_erased') return ['everything'];
  if (change.kind === 'default_address_changed') return ['addresses'];
  return usesGiftCard(change) ? ['balances'] : [];
}

export function keptCustomers(changes: readonly ShopChange[]): KeptCustomer[] {
  const kept = new Map<string, KeptCustomer>();
  for (const change of changes) {
    const parts = customerParts(change);
    if (parts.length === 0) continue;
    const { customer } = change;
    const known = kept.get(customer) ?? { customer, parts: [], changes: [] };
    kept.set(customer, known);
    known.parts = [...new Set([...known.parts, ...parts])];
    known.changes.push(change);
  }
  return [...kept.values()];
}
