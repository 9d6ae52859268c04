import { and, inArray, ne, notInArray } from 'drizzle-orm';
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
