import { and, eq, gt, lt, or, sql } from 'drizzle-orm';
import { noteChange } from '../feed/index.ts';
import type { Db } from '../store/index.ts';
import type { Desk, HandoffRequest, TicketRequest } from './contract.ts';
import { handoffs, tickets } from './tables.ts';

/** Hours within which staff answer a ticket. */
const answerWithinHours: Record<TicketRequest['kind'], number> = { complaint: 24, defect: 48, other: 72 };

/** Ticket numbers people read out start here. */
const firstTicket = 10_000;

export function createDesk({ now = () => new Date() }: { now?: () => Date } = {}): Desk {
  return {
    async openTicket(tx, request) {
      const openedAt = now();
      const dueAt = new Date(openedAt.getTime() + answerWithinHours[request.kind] * 3_600_000);
      const { idempotencyKey: key, ...asked } = request;
      const [opened] = await tx
        .insert(tickets)
        .values({ key, ...asked, openedAt, dueAt })
        .onConflictDoNothing({ target: tickets.key })
        .returning();
      if (opened) await tellOf(tx, opened);
      const ticket = opened ?? only(await tx.select().from(tickets).where(eq(tickets.key, key)));
      return { number: numberOf(ticket), dueAt: ticket.dueAt.toISOString() };
    },

    async requestHandoff(tx, request) {
      const waiting = (await waitingFor(tx, request.conversation)) ?? (await queue(tx, request, now()));
      return {
        position: 1 + (await countAhead(tx, waiting)),
        requestedAt: waiting.requestedAt.toISOString(),
      };
    },
  };
}

type Ticket = typeof tickets.$inferSelect;

const numberOf = ({ id }: Ticket) => `T-${firstTicket + id}`;

async function tellOf(tx: Db, ticket: Ticket): Promise<void> {
  const { customer, order, kind, summary, facts, openedAt, dueAt } = ticket;
  await noteChange(tx, {
    kind: 'ticket_opened',
    at: openedAt.toISOString(),
    customer,
    ...(order !== null && { order }),
    ticket: { number: numberOf(ticket), kind, summary, facts, dueAt: dueAt.toISOString() },
  });
}

type Handoff = typeof handoffs.$inferSelect;

/** A conversation waits once, however often its shopper asks. */
async function waitingFor(tx: Db, conversation: string): Promise<Handoff | undefined> {
  const [row] = await tx
    .select()
    .from(handoffs)
    .where(and(eq(handoffs.conversation, conversation), eq(handoffs.state, 'waiting')));
  return row;
}

async function queue(tx: Db, request: HandoffRequest, requestedAt: Date): Promise<Handoff> {
  const { idempotencyKey: key, ...asked } = request;
  await tx
    .insert(handoffs)
    .values({ key, ...asked, requestedAt })
    .onConflictDoNothing({ target: handoffs.key });
  return only(await tx.select().from(handoffs).where(eq(handoffs.key, key)));
}

async function countAhead(tx: Db, { priority, id }: Handoff): Promise<number> {
  const sooner = or(
    gt(handoffs.priority, priority),
    and(eq(handoffs.priority, priority), lt(handoffs.id, id)),
  );
  const [row] = await tx
    .select({ count: sql<number>`count(*)::int` })
    .from(handoffs)
    .where(and(eq(handoffs.state, 'waiting'), sooner));
  return row?.count ?? 0;
}

function only<Row>(rows: Row[]): Row {
  const [row] = rows;
  if (!row) throw new Error('a row that was just written is not there');
  return row;
}
