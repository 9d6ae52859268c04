import { randomUUID } from 'node:crypto';
import { and, asc, desc, eq, ne } from 'drizzle-orm';
import type { StaffMember, Ticket, TicketDraft } from '#protocol';
import { HexkeyError } from '../../errors.ts';
import { noteChange } from '../../feed/index.ts';
import { redact, redactDeep } from '../../redact.ts';
import type { Db } from '../../store/index.ts';
import type { TicketRequest } from '../contract.ts';
import { tickets } from '../tables.ts';
import { dueAt, usualDepartment } from './due.ts';
import { idOf, numberOf, type TicketRow, ticketOf } from './ticket-rows.ts';

const mostListed = 200;

const noSuchTicket = () => new HexkeyError('not_found', 'There is no ticket of this number.');

/** People's words may hold what nobody should keep. */
const fieldsOf = ({ conversation: _, order, product, part, dueAt, ...draft }: TicketDraft) => ({
  ...redactDeep(draft),
  order: order ?? null,
  product: product ?? null,
  part: part ?? null,
  dueAt: new Date(dueAt),
});

/**
 * A ticket that a shopper gets through Hexkey, in the caller's transaction; the one of before for a known key. All tickets
 * are written here, and the shop's back end is told of each and of each change.
 */
export async function openRequestedTicket(tx: Db, request: TicketRequest, now: Date): Promise<TicketRow> {
  const { idempotencyKey: key, kind, summary, facts, department = usualDepartment(kind), ...asked } = request;
  const [opened] = await tx
    .insert(tickets)
    .values({
      key,
      ...asked,
      problem: redact(summary),
      facts: redactDeep(facts),
      department,
      openedAt: now,
      dueAt: dueAt(kind, now),
    })
    .onConflictDoNothing({ target: tickets.key })
    .returning();
  if (opened) await tellOpened(tx, opened, kind);
  const [ticket] = opened ? [opened] : await tx.select().from(tickets).where(eq(tickets.key, key));
  if (!ticket) throw new Error('a row that was just written is not there');
  return ticket;
}

/** A ticket by a member of staff. */
export async function writeTicket(
  db: Db,
  { by, customer, now }: { by: StaffMember; customer: string; now: Date },
  draft: TicketDraft,
): Promise<Ticket> {
  const { conversation } = draft;
  const values = {
    key: randomUUID(),
    customer,
    conversation,
    by: by.name,
    openedAt: now,
    ...fieldsOf(draft),
  };
  return db.transaction(async (tx) => {
    const [row] = await tx.insert(tickets).values(values).returning();
    if (!row) throw new Error('a ticket that was just written is not there');
    await tellOpened(tx, row, row.department === 'technical' ? 'defect' : 'other');
    return ticketOf(row);
  });
}

/** Its conversation stays. Throws `not_found`. */
export async function changeTicket(db: Db, number: string, draft: TicketDraft, now: Date): Promise<Ticket> {
  const isIt = and(eq(tickets.id, idOf(number)), eq(tickets.conversation, draft.conversation));
  return db.transaction(async (tx) => {
    const [row] = await tx.update(tickets).set(fieldsOf(draft)).where(isIt).returning();
    if (!row) throw noSuchTicket();
    const { customer, order, state, department, problem: summary } = row;
    await noteChange(tx, {
      kind: 'ticket_changed',
      at: now.toISOString(),
      customer,
      ...(order !== null && { order }),
      ticket: { number, state, department, summary, dueAt: row.dueAt.toISOString() },
    });
    return ticketOf(row);
  });
}

async function tellOpened(tx: Db, ticket: TicketRow, kind: TicketRequest['kind']): Promise<void> {
  const { id, customer, order, problem: summary, facts, openedAt } = ticket;
  await noteChange(tx, {
    kind: 'ticket_opened',
    at: openedAt.toISOString(),
    customer,
    ...(order !== null && { order }),
    ticket: { number: numberOf(id), kind, summary, facts, dueAt: ticket.dueAt.toISOString() },
  });
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
