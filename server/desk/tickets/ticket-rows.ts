import { desc, eq } from 'drizzle-orm';
import type { Ticket } from '#protocol';
import type { Db } from '../../store/index.ts';
import { tickets } from '../tables.ts';

/** Ticket numbers people read out start here. */
const firstTicket = 10_000;

export type TicketRow = typeof tickets.$inferSelect;

export const numberOf = (id: number): string => `T-${firstTicket + id}`;
export const idOf = (number: string): number => Number(number.slice(2)) - firstTicket;

export const ticketOf = (row: TicketRow): Ticket => ({
  number: numberOf(row.id),
  openedAt: row.openedAt.toISOString(),
  ...(row.by && { by: row.by }),
  conversation: row.conversation,
  problem: row.problem,
  ...(row.order && { order: row.order }),
  ...(row.product && { product: row.product }),
  ...(row.part && { part: row.part }),
  stepsTried: row.stepsTried,
  keyLines: row.keyLines,
  stills: row.stills,
  facts: row.facts,
  department: row.department,
  state: row.state,
  dueAt: row.dueAt.toISOString(),
});

/** Newest first. */
export async function ticketsOf(db: Db, conversation: string): Promise<Ticket[]> {
  const rows = await db
    .select()
    .from(tickets)
    .where(eq(tickets.conversation, conversation))
    .orderBy(desc(tickets.id));
  return rows.map(ticketOf);
}
