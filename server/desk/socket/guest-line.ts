import type { Calls, Seat } from '../../calls/contract.ts';
import { HexkeyError } from '../../errors.ts';
import type { Asked, Line, Send } from './line.ts';

/** A second expert with a link: one call, and nothing of the desk. */
export class GuestLine implements Line {
  readonly ready;
  readonly #seat: Seat;

  constructor(
    calls: Calls,
    { call, guest, name }: { call: string; guest: string; name: string },
    send: Send,
  ) {
    this.ready = { kind: 'guest' as const, name, call, ...(calls.recorded ? { recorded: true } : {}) };
    this.#seat = calls.seat({
      call,
      who: { role: 'guest', name, guest },
      send: (event) => send({ type: 'call', call, event }),
    });
  }

  async begin(): Promise<void> {}

  async take(request: Asked): Promise<{ link?: string }> {
    if (request.type !== 'call' || request.call !== this.ready.call)
      throw new HexkeyError('forbidden', 'A guest takes part in one call alone.');
    void this.#seat.request(request.id, request.request);
    return {};
  }

  close(): void {
    this.#seat.close();
  }
}
