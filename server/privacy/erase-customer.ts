import { eq, inArray } from 'drizzle-orm';
import type { Address, PaidWith } from '#protocol';
import { calls } from '../calls/tables.ts';
import { forgetDeskRows } from '../desk/index.ts';
import { handoffs, ratings } from '../desk/tables.ts';
import { conversations } from '../dialogue/tables.ts';
import { noteChange, redactChanges } from '../feed/index.ts';
import { gapExamples, gaps } from '../gaps/tables.ts';
import { guideProgress } from '../guides/tables.ts';
import {
  addresses,
  customers,
  orderActs,
  orderEvents,
  orders,
  paymentMethods,
  payments,
  refunds,
} from '../orders/tables.ts';
import type { Db } from '../store/index.ts';
import { tickets } from '../tickets/tables.ts';

const erased = 'erased';

/**
 * Erases what is kept about a customer beyond what the shop itself must keep. What is ours goes: conversations, hand-offs,
 * tickets, notes, calls, guide progress, kept terms. What the shop sent stays as a bare ledger: order numbers, goods,
 * amounts, days and countries, under the shop's own id of the customer, without names, addresses, cards or notes. Lines of
 * the change feed keep their place and kind, and a line of the erasure is added.
 *
 * Recordings of calls are files: they must have been deleted before (`calls.forget`). Answers how much there was.
 */
export async function eraseCustomer(
  tx: Db,
  customer: string,
  now: Date,
): Promise<{ orders: number; conversations: number } | undefined> {
  const [known] = await tx.select().from(customers).where(eq(customers.id, customer)).for('update');
  if (!known) return undefined;
  const talks = await conversationsOf(tx, customer);
  await eraseTalk(tx, customer, talks);
  const numbers = await bareOrders(tx, customer);
  await tx.delete(addresses).where(eq(addresses.customer, customer));
  await tx.delete(paymentMethods).where(eq(paymentMethods.customer, customer));
  await tx
    .update(customers)
    .set({ firstName: erased, name: erased, email: erased, defaultAddress: null })
    .where(eq(customers.id, customer));
  await redactChanges(tx, customer);
  await noteChange(tx, { kind: 'customer_erased', at: now.toISOString(), customer });
  return { orders: numbers.length, conversations: talks.length };
}

export async function conversationsOf(db: Db, customer: string): Promise<string[]> {
  const rows = await db
    .select({ id: conversations.id })
    .from(conversations)
    .where(eq(conversations.customer, customer));
  return rows.map(({ id }) => id);
}

async function eraseTalk(tx: Db, customer: string, talks: string[]) {
  await eraseGapExamples(tx, talks);
  await forgetDeskRows(tx, talks);
  for (const table of [handoffs, tickets, calls, guideProgress, conversations])
    await tx.delete(table).where(eq(table.customer, customer));
  await tx.update(ratings).set({ customer: null }).where(eq(ratings.customer, customer));
}

/** Their wordings of what nobody could answer; a question that only they asked goes with them. */
async function eraseGapExamples(tx: Db, talks: string[]) {
  const gone = await tx
    .delete(gapExamples)
    .where(inArray(gapExamples.conversation, talks))
    .returning({ gap: gapExamples.gap });
  const touched = [...new Set(gone.map(({ gap }) => gap))];
  const left = await tx
    .select({ gap: gapExamples.gap })
    .from(gapExamples)
    .where(inArray(gapExamples.gap, touched));
  const others = new Set(left.map(({ gap }) => gap));
  const theirs = touched.filter((gap) => !others.has(gap));
  await tx.delete(gaps).where(inArray(gaps.id, theirs));
}

const nowhere = (country: string): Address => ({
  recipient: erased,
  street: erased,
  city: erased,
  postcode: erased,
  country,
});

const someMethod = (method: PaidWith | null): PaidWith | null =>
  method && { id: erased, kind: method.kind, label: method.kind };

async function bareOrders(tx: Db, customer: string): Promise<string[]> {
  const rows = await tx.select().from(orders).where(eq(orders.customer, customer));
  const numbers = rows.map(({ number }) => number);
  for (const { number, address } of rows)
    await tx
      .update(orders)
      .set({ address: nowhere(address.country), instructions: null, pickup: null, trackingNumber: null })
      .where(eq(orders.number, number));
  await tx.update(orderEvents).set({ place: null, note: null }).where(inArray(orderEvents.order, numbers));
  await tx.delete(orderActs).where(inArray(orderActs.order, numbers));
  await tx.delete(orderActs).where(eq(orderActs.customer, customer));
  for (const table of [payments, refunds])
    for (const { id, method } of await tx.select().from(table).where(inArray(table.order, numbers)))
      await tx
        .update(table)
        .set({ method: someMethod(method) })
        .where(eq(table.id, id));
  return numbers;
}
