import { randomUUID } from 'node:crypto';
import { and, asc, desc, eq, ne } from 'drizzle-orm';
import type { StaffMember, Ticket, TicketDraft } from '#protocol';
import { HexkeyError } from '../../errors.ts';
import type { Db } from '../../store/index.ts';
import { tickets } from '../tables.ts';
import { idOf, type TicketRow, ticketOf } from './ticket-rows.ts';

const mostListed = 200;

const noSuchTicket = () => new HexkeyError('not_found', 'There is no ticket of this number.');

const fieldsOf = ({ conversation: _, order, product, part, dueAt, ...draft }: TicketDraft) => ({
  ...draft,
  order: order ?? null,
  product: product ?? null,
  part: part ?? null,
  dueAt: new Date(dueAt),
});

export async function writeTicket(
  db: Db,
  { by, customer, now }: { by: StaffMember; customer: string; now: Date },
  draft: TicketDraft,
): Promise<Ticket> {
  const [row] = await db
    .insert(tickets)
    .values({
      key: randomUUID(),
      customer,
      conversation: draft.conversation,
      by: by.name,
      openedAt: now,
      ...fieldsOf(draft),
    })
    .returning();
  if (!row) throw new Error('a ticket that was just written is not there');
  return ticketOf(row);
}

/** Its conversation stays. Throws `not_found`. */
export async function changeTicket(db: Db, number: string, draft: TicketDraft): Promise<Ticket> {
  const isIt = and(eq(tickets.id, idOf(number)), eq(tickets.conversation, draft.conversation));
  const [row] = await db.update(tickets).set(fieldsOf(draft)).where(isIt).returning();
  if (!row) throw noSuchTicket();
  return ticketOf(row);
}

export async function readTicket(db: Db, number: string): Promise<TicketRow> {
  const [row] = await db
    .select()
    .from(tickets)
    .where(eq(tickets.id, idOf(number)));
  if (!row) throw noSuchTicket();
  return row;
}

/** Those that somebody still has to see to, the most pressing first, or all, newest first. */
export async function listTickets(db: Db, which: 'unsolved' | 'all'): Promise<Ticket[]> {
  const all = db.select().from(tickets);
  const rows =
    which === 'all'
      ? await all.orderBy(desc(tickets.id)).limit(mostListed)
      : await all
          .where(and(ne(tickets.state, 'solved'), ne(tickets.state, 'closed')))
          .orderBy(asc(tickets.dueAt))
          .limit(mostListed);
  return rows.map(ticketOf);
}
