import { and, eq, inArray } from 'drizzle-orm';
import type { PaidWith } from '#protocol';
import { HexkeyError } from '../../errors.ts';
import { unseenChanges } from '../../feed/index.ts';
import { asGiven, type Db } from '../../store/index.ts';
import { ownEventKinds } from '../event-kinds.ts';
import { paidWith } from '../ledger.ts';
import type { LineRow } from '../order-rows.ts';
import {
  addresses,
  customers,
  orderEvents,
  orderLines,
  orders,
  paymentMethods,
  payments,
  refunds,
} from '../tables.ts';
import { type KeptCustomer, type KeptOrder, keptCustomers, keptOrders, type OrderPart } from './kept.ts';
import type { ImportedCustomer, ImportedOrder } from './schemas.ts';

export interface ImportOptions {
  /** Feed cursor that the sender had read when it wrote the list; the one it last read from where absent. */
  after?: string | undefined;
}

/** Adds customers, and replaces what was known of those already here, but for what they changed themselves since. */
export async function saveCustomers(
  tx: Db,
  given: readonly ImportedCustomer[],
  { after }: ImportOptions = {},
): Promise<KeptCustomer[]> {
  if (given.length === 0) return [];
  const ids = given.map(({ id }) => id);
  const kept = keptCustomers(await unseenChanges(tx, { customers: ids }, after));
  const keeps = (part: KeptCustomer['parts'][number]) =>
    new Set(kept.filter(({ parts }) => parts.includes(part)).map(({ customer }) => customer));
  const erased = keeps('everything');
  const ownAddresses = keeps('addresses');
  const taken = given.filter(({ id }) => !erased.has(id));
  if (taken.length === 0) return kept;
  const readdressed = taken.filter(({ id }) => !ownAddresses.has(id));
  await saveRows(
    tx,
    taken.filter(({ id }) => ownAddresses.has(id)),
    false,
  );
  await saveRows(tx, readdressed, true);
  await replaceAddresses(tx, readdressed);
  await replaceMethods(tx, taken, keeps('balances'));
  return kept;
}

async function saveRows(tx: Db, given: readonly ImportedCustomer[], withDefault: boolean) {
  if (given.length === 0) return;
  const { defaultAddress, ...others } = asGiven(customers);
  await tx
    .insert(customers)
    .values(
      given.map(({ id, firstName, name, email, defaultAddress: label }) => ({
        id,
        firstName,
        name,
        email,
        defaultAddress: label ?? null,
      })),
    )
    .onConflictDoUpdate({
      target: customers.id,
      set: withDefault && defaultAddress ? { ...others, defaultAddress } : others,
    });
}

async function replaceAddresses(tx: Db, given: readonly ImportedCustomer[]) {
  await tx.delete(addresses).where(
    inArray(
      addresses.customer,
      given.map(({ id }) => id),
    ),
  );
  const saved = given.flatMap((customer) =>
    customer.addresses.map((address, position) => ({ ...address, customer: customer.id, position })),
  );
  for (const rows of inParts(saved)) await tx.insert(addresses).values(rows);
}

/** Replaces payment methods; balances stay where the customer has used them since. */
async function replaceMethods(tx: Db, given: readonly ImportedCustomer[], ownBalances: ReadonlySet<string>) {
  const ids = given.map(({ id }) => id);
  const before = await tx.select().from(paymentMethods).where(inArray(paymentMethods.customer, ids));
  await tx.delete(paymentMethods).where(inArray(paymentMethods.customer, ids));
  const balanceOf = new Map(before.map(({ customer, id, balance }) => [`${customer}\n${id}`, balance]));
  const rows = given.flatMap(({ id: customer, paymentMethods: methods = [] }) =>
    methods.map(({ id, kind, label, ending, balance }, position) => ({
      customer,
      id,
      position,
      kind,
      label,
      ending: ending ?? null,
      balance:
        (ownBalances.has(customer) ? balanceOf.get(`${customer}\n${id}`) : undefined) ??
        balance?.amount ??
        null,
      currency: balance?.currency ?? null,
    })),
  );
  for (const part of inParts(rows)) await tx.insert(paymentMethods).values(part);
}

/** Adds orders of known customers, and replaces those already here, but for what their customers changed since. */
export async function saveOrders(
  tx: Db,
  all: readonly ImportedOrder[],
  { after }: ImportOptions = {},
): Promise<KeptOrder[]> {
  const { given, kept: ofErased } = await withoutErased(tx, all, after);
  if (given.length === 0) return ofErased;
  const numbers = given.map(({ number }) => number);
  const kept = keptOrders(await unseenChanges(tx, { orders: numbers }, after));
  const partsOf = new Map(kept.map(({ order, parts }) => [order, new Set<OrderPart>(parts)]));
  const keeps = (number: string, part: OrderPart) => partsOf.get(number)?.has(part) ?? false;
  for (const order of given)
    if (partsOf.has(order.number)) await saveAround(tx, order, partsOf.get(order.number));
  for (const rows of inParts(given.filter(({ number }) => !partsOf.has(number)).map(orderRow)))
    await tx
      .insert(orders)
      .values(rows)
      .onConflictDoUpdate({ target: orders.number, set: asGiven(orders) });
  await replaceLines(
    tx,
    given.filter(({ number }) => !keeps(number, 'lines')),
  );
  await replaceEvents(tx, given, new Set(partsOf.keys()));
  await replaceMoney(
    tx,
    given.filter(({ number }) => !keeps(number, 'money')),
  );
  return [...ofErased, ...kept];
}

/** Orders but those of customers who were erased since: nothing of them comes back by an older list. */
async function withoutErased(
  tx: Db,
  all: readonly ImportedOrder[],
  after: string | undefined,
): Promise<{ given: ImportedOrder[]; kept: KeptOrder[] }> {
  const ids = [...new Set(all.map(({ customer }) => customer))];
  const unseen = await unseenChanges(tx, { customers: ids }, after);
  const erasures = new Map(
    keptCustomers(unseen)
      .filter(({ parts }) => parts.includes('everything'))
      .map(({ customer, changes }) => [customer, changes]),
  );
  const kept = all.flatMap(({ number, customer }): KeptOrder[] => {
    const changes = erasures.get(customer);
    return changes ? [{ order: number, parts: ['everything'], changes }] : [];
  });
  return { given: all.filter(({ customer }) => !erasures.has(customer)), kept };
}

/** Columns of each part of an order that its customer may have changed. */
const columnsOf: Record<OrderPart, readonly (keyof typeof orders.$inferInsert)[]> = {
  state: ['state'],
  address: ['address', 'pickup', 'instructions'],
  shipping: ['shipping', 'upgradePrice', 'promisedOn', 'expectedOn', 'estimatedAt', 'requestedOn'],
  day: ['requestedOn'],
  instructions: ['instructions'],
  lines: [],
  money: [],
  everything: [],
};

async function saveAround(tx: Db, order: ImportedOrder, parts: ReadonlySet<OrderPart> = new Set()) {
  const kept = new Set([...parts].flatMap((part) => columnsOf[part]));
  const set = Object.fromEntries(
    Object.entries(orderRow(order)).filter(
      ([column]) => !kept.has(column as keyof typeof orders.$inferInsert),
    ),
  );
  await tx.update(orders).set(set).where(eq(orders.number, order.number));
}

async function replaceLines(tx: Db, given: readonly ImportedOrder[]) {
  await tx.delete(orderLines).where(
    inArray(
      orderLines.order,
      given.map(({ number }) => number),
    ),
  );
  const rows = given.flatMap(({ number, lines }) =>
    lines.map(
      (
        { id, slug, name, noun, picture, sku, options, quantity, price, state, replacement },
        position,
      ): LineRow => ({
        order: number,
        position,
        id: id ?? String(position + 1),
        slug,
        name,
        noun,
        picture,
        sku: sku ?? null,
        options: options ?? null,
        quantity,
        price,
        state: state ?? null,
        replacement: replacement ?? null,
      }),
    ),
  );
  for (const part of inParts(rows)) await tx.insert(orderLines).values(part);
}

/** The history as it is given; of orders that were changed here meanwhile, with what tells of that. */
async function replaceEvents(tx: Db, given: readonly ImportedOrder[], changed: ReadonlySet<string>) {
  const numbers = given.map(({ number }) => number);
  const own = await tx
    .select()
    .from(orderEvents)
    .where(and(inArray(orderEvents.order, [...changed]), inArray(orderEvents.kind, [...ownEventKinds])));
  await tx.delete(orderEvents).where(inArray(orderEvents.order, numbers));
  const rows = given.flatMap(({ number, events }) =>
    events.map(({ at, ...event }) => ({ ...event, order: number, at: new Date(at) })),
  );
  const told = new Set(rows.map(({ order, kind, at }) => `${order}\n${kind}\n${at.getTime()}`));
  const missing = own
    .filter(({ order, kind, at }) => !told.has(`${order}\n${kind}\n${at.getTime()}`))
    .map(({ id: _, ...event }) => event);
  for (const part of inParts([...rows, ...missing])) await tx.insert(orderEvents).values(part);
}

async function replaceMoney(tx: Db, given: readonly ImportedOrder[]) {
  const numbers = given.map(({ number }) => number);
  for (const table of [payments, refunds]) await tx.delete(table).where(inArray(table.order, numbers));
  const methodOf = await methodsOf(tx, given);
  const paid = given.flatMap((order) =>
    (order.payments ?? []).map(({ amount, method, state = 'paid', at }) => ({
      order: order.number,
      amount,
      method: methodOf(order, method),
      state,
      at: new Date(at ?? order.placedAt),
    })),
  );
  for (const rows of inParts(paid)) await tx.insert(payments).values(rows);
  const back = given.flatMap((order) =>
    [...(order.refund ? [order.refund] : []), ...(order.refunds ?? [])].map(
      ({ amount, method, state, expectedOn, at }) => ({
        order: order.number,
        amount,
        method: methodOf(order, method),
        state,
        expectedOn: expectedOn ?? null,
        at: at ? new Date(at) : null,
      }),
    ),
  );
  for (const rows of inParts(back)) await tx.insert(refunds).values(rows);
}

type GivenMethod = NonNullable<ImportedOrder['payments']>[number]['method'];

/** Finds the methods that payments name by id. Throws `bad_request` for one that the customer does not have. */
async function methodsOf(tx: Db, given: readonly ImportedOrder[]) {
  const ids = [...new Set(given.map(({ customer }) => customer))];
  const rows = await tx.select().from(paymentMethods).where(inArray(paymentMethods.customer, ids));
  const known = new Map(
    rows.map(({ customer, id, kind, label, ending }) => [
      `${customer}\n${id}`,
      paidWith({ id, kind, label, ...(ending && { ending }) }),
    ]),
  );
  return ({ number, customer }: ImportedOrder, method: GivenMethod): PaidWith | null => {
    if (method === undefined) return null;
    if (typeof method !== 'string') return method;
    const found = known.get(`${customer}\n${method}`);
    if (found) return found;
    throw new HexkeyError(
      'bad_request',
      `Order ${number} names the payment method ${method}, which its customer does not have. Send the customer's methods first.`,
    );
  };
}

/** PostgreSQL takes at most 65,535 values in one statement. */
function* inParts<Row>(rows: readonly Row[], size = 1000): Generator<Row[]> {
  for (let from = 0; from < rows.length; from += size) yield rows.slice(from, from + size);
}

/** Delivered orders without a day of it: it came when it was expected, or else at once. */
function deliveryOf({ state, deliveredAt, events, expectedOn, placedAt }: ImportedOrder): Date | null {
  if (deliveredAt) return new Date(deliveredAt);
  if (!['delivered', 'return_requested', 'returned', 'refunded'].includes(state)) return null;
  const told = events.findLast(({ kind }) => kind === 'delivered')?.at;
  return new Date(told ?? (expectedOn ? `${expectedOn}T12:00:00Z` : placedAt));
}

function orderRow(order: ImportedOrder): typeof orders.$inferInsert {
  const estimate = order.events.findLast(({ kind }) => kind === 'delayed')?.at;
  return {
    number: order.number,
    customer: order.customer,
    state: order.state,
    placedAt: new Date(order.placedAt),
    deliveredAt: deliveryOf(order),
    promisedOn: order.promisedOn ?? order.expectedOn ?? null,
    expectedOn: order.expectedOn ?? order.promisedOn ?? null,
    requestedOn: order.requestedOn ?? null,
    estimatedAt: estimate ? new Date(estimate) : null,
    shipping: order.shipping,
    currency: order.currency,
    shippingPrice: order.shippingPrice,
    upgradePrice: order.upgradePrice ?? 0,
    carrier: order.carrier ?? null,
    trackingNumber: order.trackingNumber ?? null,
    address: order.address,
    instructions: order.instructions ?? null,
    pickup: order.pickup ?? null,
  };
}
