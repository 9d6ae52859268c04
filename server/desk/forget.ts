import { and, inArray, ne } from 'drizzle-orm';
import type { Db } from '../store/index.ts';
import { forgetTickets, withOpenTickets } from '../tickets/index.ts';
import { handoffs, internalNotes, ratings } from './tables.ts';

/** Of these conversations those that staff are not through with: somebody waits or is helped, or a ticket is open. */
export async function stillNeeded(db: Db, conversations: string[]): Promise<Set<string>> {
  const [held, seenTo] = await Promise.all([
    db
      .select({ conversation: handoffs.conversation })
      .from(handoffs)
      .where(and(inArray(handoffs.conversation, conversations), ne(handoffs.state, 'closed'))),
    withOpenTickets(db, conversations),
  ]);
  return new Set([...held.map(({ conversation }) => conversation), ...seenTo]);
}

/** Deletes what staff have of conversations. Of a rating the figure stays, and nobody's name. */
export async function forgetDeskRows(db: Db, conversations: string[]): Promise<void> {
  await forgetTickets(db, conversations);
  for (const table of [handoffs, internalNotes])
    await db.delete(table).where(inArray(table.conversation, conversations));
  await db.update(ratings).set({ customer: null }).where(inArray(ratings.conversation, conversations));
}
