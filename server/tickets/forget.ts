import { and, eq, inArray, lt, notExists, notInArray, sql } from 'drizzle-orm';
import { conversations as talks } from '../dialogue/tables.ts';
import type { Db } from '../store/index.ts';
import { tickets } from './tables.ts';

/** Of these conversations those with a ticket that somebody still has to see to. */
export async function withOpenTickets(db: Db, conversations: string[]): Promise<string[]> {
  const rows = await db
    .selectDistinct({ conversation: tickets.conversation })
    .from(tickets)
    .where(
      and(inArray(tickets.conversation, conversations), notInArray(tickets.state, ['solved', 'closed'])),
    );
  return rows.map(({ conversation }) => conversation);
}

/** Deletes the tickets of conversations. */
export async function forgetTickets(db: Db, conversations: string[]): Promise<void> {
  await db.delete(tickets).where(inArray(tickets.conversation, conversations));
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
