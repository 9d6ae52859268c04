import type { Desk } from './contract.ts';
import { openHandoffOf, placeInQueue, storeHandoff } from './queue/handoff-rows.ts';

export function createDesk({ now = () => new Date() }: { now?: () => Date } = {}): Desk {
  return {
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
