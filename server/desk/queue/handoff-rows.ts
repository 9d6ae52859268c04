import { and, count, eq, gte, inArray, ne } from 'drizzle-orm';
import type { Db } from '../../store/index.ts';
import type { HandoffRequest } from '../contract.ts';
import { handoffs, tickets } from '../tables.ts';
import type { Urgency } from './priority.ts';

export type Handoff = typeof handoffs.$inferSelect;

const repeatWithinMs = 30 * 86_400_000;

/** A conversation waits once, or is with somebody, however often its shopper asks. */
export async function openHandoffOf(db: Db, conversation: string): Promise<Handoff | undefined> {
  const [row] = await db
    .select()
    .from(handoffs)
    .where(and(eq(handoffs.conversation, conversation), ne(handoffs.state, 'closed')));
  return row;
}

export const waitingHandoffs = (db: Db): Promise<Handoff[]> =>
  db.select().from(handoffs).where(eq(handoffs.state, 'waiting'));

export async function storeHandoff(tx: Db, request: HandoffRequest, requestedAt: Date): Promise<Handoff> {
  const { idempotencyKey: key, mood, atStepSince, ...asked } = request;
  const earlierContacts = await contactsBefore(tx, request, requestedAt);
  await tx
    .insert(handoffs)
    .values({
      key,
      ...asked,
      mood: mood.mood,
      moodIntensity: mood.intensity,
      ...(atStepSince && { atStepSince: new Date(atStepSince) }),
      earlierContacts,
      requestedAt,
    })
    .onConflictDoNothing({ target: handoffs.key });
  const [row] = await tx.select().from(handoffs).where(eq(handoffs.key, key));
  if (!row) throw new Error('a row that was just written is not there');
  return row;
}

/** Other conversations of the customer's that came to staff in the 30 days before. */
async function contactsBefore(
  tx: Db,
  { customer, conversation }: HandoffRequest,
  now: Date,
): Promise<number> {
  const since = new Date(now.getTime() - repeatWithinMs);
  const [asked] = await tx
    .select({ count: count() })
    .from(handoffs)
    .where(
      and(
        eq(handoffs.customer, customer),
        ne(handoffs.conversation, conversation),
        gte(handoffs.requestedAt, since),
      ),
    );
  const [opened] = await tx
    .select({ count: count() })
    .from(tickets)
    .where(
      and(
        eq(tickets.customer, customer),
        ne(tickets.conversation, conversation),
        gte(tickets.openedAt, since),
      ),
    );
  return (asked?.count ?? 0) + (opened?.count ?? 0);
}

/** What was known when the customer asked. */
export const urgencyOf = (row: Handoff): Urgency => ({
  mood: { mood: row.mood, intensity: row.moodIntensity },
  requestedAt: row.requestedAt,
  orderValue: row.orderValue ?? undefined,
  earlierContacts: row.earlierContacts,
  atStepSince: row.atStepSince ?? undefined,
});

/** Those that these members of staff have now. */
export const heldBy = (db: Db, staff: string[]): Promise<Handoff[]> =>
  staff.length === 0
    ? Promise.resolve([])
    : db
        .select()
        .from(handoffs)
        .where(and(eq(handoffs.state, 'taken'), inArray(handoffs.takenBy, staff)))
        .orderBy(handoffs.takenAt);
