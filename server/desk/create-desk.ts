import { eq } from 'drizzle-orm';
import type { Department } from '#protocol';
import { noteChange } from '../feed/index.ts';
import type { Db } from '../store/index.ts';
import type { Desk, TicketRequest } from './contract.ts';
import { openHandoffOf, placeInQueue, storeHandoff } from './queue/handoff-rows.ts';
import { tickets } from './tables.ts';
import { numberOf, type TicketRow } from './tickets/ticket-rows.ts';

/** Hours within which staff answer a ticket. */
const answerWithinHours: Record<TicketRequest['kind'], number> = { complaint: 24, defect: 48, other: 72 };

const usualDepartment: Record<TicketRequest['kind'], Department> = {
  complaint: 'support',
  defect: 'technical',
  other: 'support',
};

export function createDesk({ now = () => new Date() }: { now?: () => Date } = {}): Desk {
  return {
    async openTicket(tx, request) {
      const openedAt = now();
      const dueAt = new Date(openedAt.getTime() + answerWithinHours[request.kind] * 3_600_000);
      const {
        idempotencyKey: key,
        kind,
        summary: problem,
        department = usualDepartment[kind],
        ...asked
      } = request;
      const [opened] = await tx
        .insert(tickets)
        .values({ key, ...asked, problem, department, openedAt, dueAt })
        .onConflictDoNothing({ target: tickets.key })
        .returning();
      if (opened) await tellShop(tx, request, opened);
      const [ticket] = opened ? [opened] : await tx.select().from(tickets).where(eq(tickets.key, key));
      if (!ticket) throw new Error('a row that was just written is not there');
      return { number: numberOf(ticket.id), dueAt: ticket.dueAt.toISOString() };
    },

    async requestHandoff(tx, request) {
      const at = now();
      const asked = (await openHandoffOf(tx, request.conversation)) ?? (await storeHandoff(tx, request, at));
      return {
        position: await placeInQueue(tx, asked.id, at),
        requestedAt: asked.requestedAt.toISOString(),
      };
    },
  };
}

async function tellShop(tx: Db, { kind, summary }: TicketRequest, ticket: TicketRow): Promise<void> {
  const { id, customer, order, facts, openedAt, dueAt } = ticket;
  await noteChange(tx, {
    kind: 'ticket_opened',
    at: openedAt.toISOString(),
    customer,
    ...(order !== null && { order }),
    ticket: { number: numberOf(id), kind, summary, facts, dueAt: dueAt.toISOString() },
  });
}
