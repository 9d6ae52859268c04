import { randomUUID } from 'node:crypto';
import { and, asc, desc, eq, gte, ilike, lt, ne, notInArray, or, type SQL, sql } from 'drizzle-orm';
import type { StaffMember, Ticket, TicketChange, TicketDraft, TicketFilter, TicketPage } from '#protocol';
import { HexkeyError } from '../errors.ts';
import { noteChange } from '../feed/index.ts';
import { redact, redactDeep } from '../redact.ts';
import type { Db } from '../store/index.ts';
import type { TicketRequest, Tickets } from './contract.ts';
import { dueAt, usualDepartment } from './due.ts';
import { tickets } from './tables.ts';

/** Ticket numbers people read out start here. */
const firstTicket = 10_000;

type TicketRow = typeof tickets.$inferSelect;

const numberOf = (id: number): string => `T-${firstTicket + id}`;
const idOf = (number: string): number => Number(number.slice(2)) - firstTicket;

const ticketOf = (row: TicketRow): Ticket => ({
  number: numberOf(row.id),
  openedAt: row.openedAt.toISOString(),
  ...(row.by && { by: row.by }),
  version: row.version,
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

const changedMeanwhile = () =>
  new HexkeyError(
    'conflict',
    'Somebody else has changed this ticket meanwhile. Read it again, then make your change.',
  );
const noSuchTicket = () => new HexkeyError('not_found', 'There is no ticket of this number.');

/** People's words may hold what nobody should keep. */
const fieldsOf = ({ conversation: _, order, product, part, dueAt, ...draft }: TicketDraft) => ({
  ...redactDeep(draft),
  order: order ?? null,
  product: product ?? null,
  part: part ?? null,
  dueAt: new Date(dueAt),
});

/** All tickets are written in this file, and the shop's back end is told of each and of each change. */
export function createTickets({ now = () => new Date() }: { now?: () => Date } = {}): Tickets {
  return {
    async open(tx, request) {
      const { id, dueAt } = await openRequested(tx, request, now());
      return { number: numberOf(id), dueAt: dueAt.toISOString() };
    },
  };
}

async function openRequested(tx: Db, request: TicketRequest, now: Date): Promise<TicketRow> {
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

/** Its conversation stays. Throws `not_found`, and `conflict` where it was changed since the version that its writer saw. */
export async function changeTicket(
  db: Db,
  number: string,
  { version, ...draft }: TicketChange,
  now: Date,
): Promise<Ticket> {
  const isIt = and(eq(tickets.id, idOf(number)), eq(tickets.conversation, draft.conversation));
  return db.transaction(async (tx) => {
    const [row] = await tx
      .update(tickets)
      .set({ ...fieldsOf(draft), version: sql`${tickets.version} + 1` })
      .where(and(isIt, eq(tickets.version, version)))
      .returning();
    if (!row) {
      const [there] = await tx.select({ id: tickets.id }).from(tickets).where(isIt);
      throw there ? changedMeanwhile() : noSuchTicket();
    }
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

/** Throws `not_found`. */
export async function readTicket(db: Db, number: string): Promise<Ticket> {
  const [row] = await db
    .select()
    .from(tickets)
    .where(eq(tickets.id, idOf(number)));
  if (!row) throw noSuchTicket();
  return ticketOf(row);
}

/** Of a conversation, newest first. */
export async function ticketsOf(db: Db, conversation: string): Promise<Ticket[]> {
  const rows = await db
    .select()
    .from(tickets)
    .where(eq(tickets.conversation, conversation))
    .orderBy(desc(tickets.id));
  return rows.map(ticketOf);
}

/** Those that somebody still has to see to, the most pressing first; or all, newest first. */
export async function listTickets(
  db: Db,
  { which, department, search = '', page }: TicketFilter,
  now: Date,
): Promise<TicketPage> {
  const words = search.split(/\s+/).filter(Boolean).slice(0, mostWords);
  const wanted = and(
    which === 'all' ? undefined : notInArray(tickets.state, ['solved', 'closed']),
    which === 'overdue' ? lt(tickets.dueAt, now) : undefined,
    department && eq(tickets.department, department),
    ...words.map(holds),
  );
  const rows = await db
    .select()
    .from(tickets)
    .where(wanted)
    .orderBy(...(which === 'all' ? [desc(tickets.id)] : [asc(tickets.dueAt), asc(tickets.id)]))
    .limit(pageSize)
    .offset(page * pageSize);
  return { tickets: rows.map(ticketOf), found: await db.$count(tickets, wanted) };
}

const pageSize = 50;
/** Of a search; more find nothing that fewer do not. */
const mostWords = 8;

function holds(word: string): SQL | undefined {
  const pattern = `%${word.replaceAll(/[\\%_]/g, '\\$&')}%`;
  const number = /^t?-?(\d{5,9})$/i.exec(word)?.[1];
  return or(
    ilike(tickets.problem, pattern),
    ilike(tickets.order, pattern),
    ilike(tickets.product, pattern),
    ilike(tickets.part, pattern),
    number === undefined ? undefined : eq(tickets.id, Number(number) - firstTicket),
  );
}

/** How many tickets a customer got since then, those of one conversation aside. */
export async function ticketsSince(
  db: Db,
  { customer, beside, since }: { customer: string; beside: string; since: Date },
): Promise<number> {
  return db.$count(
    tickets,
    and(eq(tickets.customer, customer), ne(tickets.conversation, beside), gte(tickets.openedAt, since)),
  );
}
