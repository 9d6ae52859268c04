import { and, count, eq, gte, inArray, isNull, ne, or } from 'drizzle-orm';
import type { Db } from '../../store/index.ts';
import { ticketsSince } from '../../tickets/index.ts';
import type { HandoffRequest } from '../contract.ts';
import { handoffs } from '../tables.ts';
import { byTurn, priorityOf, type Urgency } from './priority.ts';

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

/** How many are taken before this one, and itself: 1 is next. */
export async function placeInQueue(db: Db, id: number, now: Date): Promise<number> {
  const queue = (await waitingHandoffs(db))
    .map((row) => ({ ...row, priority: priorityOf(urgencyOf(row), now).priority }))
    .sort(byTurn);
  return Math.max(1, queue.findIndex((row) => row.id === id) + 1);
}

/** Somebody waits once: asked for in another conversation, they keep the place that they had. */
async function waitingSince(tx: Db, { customer, conversation }: HandoffRequest, now: Date): Promise<Date> {
  const replaced = await tx
    .update(handoffs)
    .set({ state: 'closed', closedAt: now, endReason: 'asked_again' })
    .where(
      and(
        eq(handoffs.customer, customer),
        ne(handoffs.conversation, conversation),
        eq(handoffs.state, 'waiting'),
      ),
    )
    .returning({ requestedAt: handoffs.requestedAt });
  return new Date(Math.min(now.getTime(), ...replaced.map(({ requestedAt }) => requestedAt.getTime())));
}

export async function storeHandoff(tx: Db, request: HandoffRequest, now: Date): Promise<Handoff> {
  const { idempotencyKey: key, mood, atStepSince, ...asked } = request;
  const requestedAt = await waitingSince(tx, request, now);
  const earlierContacts = await contactsBefore(tx, request, now);
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
        or(isNull(handoffs.endReason), ne(handoffs.endReason, 'asked_again')),
      ),
    );
  const opened = await ticketsSince(tx, { customer, beside: conversation, since });
  return (asked?.count ?? 0) + opened;
}

/** What was known when the customer asked. */
export const urgencyOf = (row: Handoff): Urgency => ({
  mood: { mood: row.mood, intensity: row.moodIntensity },
  requestedAt: row.requestedAt,
  orderValue: row.orderValue ?? undefined,
  earlierContacts: row.earlierContacts,
  atStepSince: row.atStepSince ?? undefined,
  returned: row.returnedAt !== null,
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
