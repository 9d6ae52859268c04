import { and, eq, inArray, lt, ne, notExists, notInArray, sql } from 'drizzle-orm';
import { conversations as talks } from '../dialogue/tables.ts';
import type { Db } from '../store/index.ts';
import { handoffs, internalNotes, ratings, tickets } from './tables.ts';

/** Of these conversations those that staff are not through with: somebody waits or is helped, or a ticket is open. */
export async function stillNeeded(db: Db, conversations: string[]): Promise<Set<string>> {
  const [held, seenTo] = await Promise.all([
    db
      .select({ conversation: handoffs.conversation })
      .from(handoffs)
      .where(and(inArray(handoffs.conversation, conversations), ne(handoffs.state, 'closed'))),
    db
      .select({ conversation: tickets.conversation })
      .from(tickets)
      .where(
        and(inArray(tickets.conversation, conversations), notInArray(tickets.state, ['solved', 'closed'])),
      ),
  ]);
  return new Set([...held, ...seenTo].map(({ conversation }) => conversation));
}

/** Deletes what staff have of conversations. Of a rating the figure stays, and nobody's name. */
export async function forgetDeskRows(db: Db, conversations: string[]): Promise<void> {
  for (const table of [handoffs, internalNotes, tickets])
    await db.delete(table).where(inArray(table.conversation, conversations));
  await db.update(ratings).set({ customer: null }).where(inArray(ratings.conversation, conversations));
}

/** Deletes solved tickets of before that hang on no conversation, such as those for parts that were missing from a box. */
export async function forgetLooseTickets(db: Db, before: Date): Promise<void> {
  const conversation = db.select({ one: sql`1` }).from(talks).where(eq(talks.id, tickets.conversation));
  await db
    .delete(tickets)
    .where(
      and(
        inArray(tickets.state, ['solved', 'closed']),
        lt(tickets.openedAt, before),
        notExists(conversation),
      ),
    );
}
