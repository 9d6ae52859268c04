import { asc, eq, inArray } from 'drizzle-orm';
import { callRecordings, calls } from '../calls/tables.ts';
import { handoffs, internalNotes, ratings } from '../desk/tables.ts';
import { conversationLines, conversations, turns } from '../dialogue/tables.ts';
import { shopChanges } from '../feed/tables.ts';
import { guideProgress } from '../guides/tables.ts';
import { getOrder, listOrders, readCustomer } from '../orders/index.ts';
import type { Db } from '../store/index.ts';
import { tickets } from '../tickets/tables.ts';
import type { CustomerRecord } from './contract.ts';

/** Everything kept about one customer; `undefined` where the shop sent none of this id. */
export async function customerRecord(db: Db, id: string, now: Date): Promise<CustomerRecord | undefined> {
  const customer = await readCustomer(db, id);
  if (!customer) return undefined;
  const { firstName, name, email, addresses, paymentMethods } = customer;
  const orders: Record<string, unknown>[] = [];
  for (const { number } of await listOrders(db, id)) orders.push({ ...(await getOrder(db, id, number)) });
  const talks = await db.select().from(conversations).where(eq(conversations.customer, id));
  const ids = talks.map((talk) => talk.id);
  const said = await db.select().from(turns).where(inArray(turns.conversation, ids)).orderBy(asc(turns.id));
  const lines = await db
    .select()
    .from(conversationLines)
    .where(inArray(conversationLines.conversation, ids))
    .orderBy(asc(conversationLines.at));
  const changes = await db
    .select({ change: shopChanges.change })
    .from(shopChanges)
    .where(eq(shopChanges.customer, id))
    .orderBy(asc(shopChanges.id));
  const held = await db.select().from(calls).where(eq(calls.customer, id));
  const heldIds = held.map((call) => call.id);
  return plain({
    at: now.toISOString(),
    customer: { id, firstName, name, email },
    addresses,
    paymentMethods,
    orders,
    changes: changes.map(({ change }) => ({ ...Object(change) })),
    conversations: talks.map((talk) => ({
      ...talk,
      turns: said.filter(({ conversation }) => conversation === talk.id),
      lines: lines.filter(({ conversation }) => conversation === talk.id),
    })),
    tickets: await db.select().from(tickets).where(eq(tickets.customer, id)),
    handoffs: await db.select().from(handoffs).where(eq(handoffs.customer, id)),
    notes: await db.select().from(internalNotes).where(inArray(internalNotes.conversation, ids)),
    ratings: await db.select().from(ratings).where(eq(ratings.customer, id)),
    calls: held,
    recordings: await db.select().from(callRecordings).where(inArray(callRecordings.call, heldIds)),
    guides: await db.select().from(guideProgress).where(eq(guideProgress.customer, id)),
  });
}

/** As JSON holds it: moments as text. */
const plain = (record: unknown): CustomerRecord => JSON.parse(JSON.stringify(record));
