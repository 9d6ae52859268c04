import type { Desk } from './contract.ts';
import { openHandoffOf, placeInQueue, storeHandoff } from './queue/handoff-rows.ts';
import { numberOf } from './tickets/ticket-rows.ts';
import { openRequestedTicket } from './tickets/write-ticket.ts';

export function createDesk({ now = () => new Date() }: { now?: () => Date } = {}): Desk {
  return {
    async openTicket(tx, request) {
      const { id, dueAt } = await openRequestedTicket(tx, request, now());
      return { number: numberOf(id), dueAt: dueAt.toISOString() };
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
