import { eq } from 'drizzle-orm';
import type { Department } from '../protocol/index.ts';
import type { Desk, TicketRequest } from './contract.ts';
import { openHandoffOf, storeHandoff, urgencyOf, waitingHandoffs } from './queue/handoff-rows.ts';
import { byTurn, priorityOf } from './queue/priority.ts';
import { tickets } from './tables.ts';
import { numberOf } from './tickets/ticket-rows.ts';

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
      await tx
        .insert(tickets)
        .values({ key, ...asked, problem, department, openedAt, dueAt })
        .onConflictDoNothing({ target: tickets.key });
      const [ticket] = await tx.select().from(tickets).where(eq(tickets.key, key));
      if (!ticket) throw new Error('a row that was just written is not there');
      return { number: numberOf(ticket.id), dueAt: ticket.dueAt.toISOString() };
    },

    async requestHandoff(tx, request) {
      const at = now();
      const asked = (await openHandoffOf(tx, request.conversation)) ?? (await storeHandoff(tx, request, at));
      const queue = (await waitingHandoffs(tx))
        .map((row) => ({ ...row, priority: priorityOf(urgencyOf(row), at).priority }))
        .sort(byTurn);
      const place = queue.findIndex(({ id }) => id === asked.id);
      return { position: Math.max(1, place + 1), requestedAt: asked.requestedAt.toISOString() };
    },
  };
}
