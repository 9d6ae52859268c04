import type { CallParticipant, Calls } from '../../calls/contract.ts';
import { HexkeyError } from '../../errors.ts';
import type { DeskClient, DeskCommand, Send } from './desk-client.ts';

/** A second expert with a link: one call, and nothing of the desk. */
export class GuestClient implements DeskClient {
  readonly ready;
  readonly #participant: CallParticipant;

  constructor(
    calls: Calls,
    { call, guest, name }: { call: string; guest: string; name: string },
    send: Send,
  ) {
    this.ready = { kind: 'guest' as const, name, call, ...(calls.recorded ? { recorded: true } : {}) };
    this.#participant = calls.participate({
      call,
      who: { role: 'guest', name, guest },
      send: (event) => send({ type: 'call', call, event }),
    });
  }

  async begin(): Promise<void> {}

  async take(request: DeskCommand): Promise<{ link?: string }> {
    if (request.type !== 'call' || request.call !== this.ready.call)
      throw new HexkeyError('forbidden', 'A guest takes part in one call alone.');
    void this.#participant.request(request.id, request.request);
    return {};
  }

  close(): void {
    this.#participant.close();
  }
}
