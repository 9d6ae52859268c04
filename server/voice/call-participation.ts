import type { CallEvent, CallRequest, ServerEvent } from '#protocol';
import type { CallParticipant } from '../calls/contract.ts';

type SentCallEvent = Extract<ServerEvent, { type: 'call' }>;

export interface CallParticipationParts {
  participant: (call: string, send: (event: CallEvent) => void) => CallParticipant;
  /** `passing`: of the moment, worth nothing after a cut. */
  tell: (event: SentCallEvent, passing: boolean) => unknown;
}

/** A session's place in the one call it is in: requests go to the participant there, events come back. */
export class CallParticipation {
  readonly #parts: CallParticipationParts;
  #taken: { call: string; participant: CallParticipant } | undefined;
  #inCall = false;

  constructor(parts: CallParticipationParts) {
    this.#parts = parts;
  }

  /** Joined, and neither left nor ended. */
  get inCall(): boolean {
    return this.#inCall;
  }

  /** A request to another call leaves the one before. */
  request(call: string, id: string, request: CallRequest): void {
    if (this.#taken?.call !== call) this.#take(call);
    if (request.ask === 'leave') this.#inCall = false;
    void this.#taken?.participant.request(id, request);
  }

  away(): void {
    this.#taken?.participant.away();
  }

  back(): void {
    this.#taken?.participant.back();
  }

  close(): void {
    this.#taken?.participant.close();
    this.#taken = undefined;
    this.#inCall = false;
  }

  #take(call: string): void {
    this.close();
    const participant = this.#parts.participant(call, (event) => {
      if (this.#taken?.participant !== participant) return;
      if (event.type === 'answer' && event.answer.to === 'join') this.#inCall = true;
      if (event.type === 'ended') this.#inCall = false;
      this.#parts.tell({ type: 'call', call, event }, isPassing(event));
    });
    this.#taken = { call, participant };
  }
}

const isPassing = (event: CallEvent): boolean =>
  event.type === 'pointing' ||
  event.type === 'view' ||
  event.type === 'quality' ||
  (event.type === 'caption' && !event.caption.final);
