import type { CallEvent, CallRequest, ServerEvent } from '#protocol';
import type { CallSeat } from './company.ts';

type SentCallEvent = Extract<ServerEvent, { type: 'call' }>;

export interface CallPlaceParts {
  seat: (call: string, send: (event: CallEvent) => void) => CallSeat;
  /** `passing`: of the moment, worth nothing after a cut. */
  tell: (event: SentCallEvent, passing: boolean) => unknown;
}

/** A session's place in the one call it is in: requests go to the seat there, events come back. */
export class CallPlace {
  readonly #parts: CallPlaceParts;
  #taken: { call: string; seat: CallSeat } | undefined;
  #inCall = false;

  constructor(parts: CallPlaceParts) {
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
    void this.#taken?.seat.request(id, request);
  }

  away(): void {
    this.#taken?.seat.away();
  }

  back(): void {
    this.#taken?.seat.back();
  }

  close(): void {
    this.#taken?.seat.close();
    this.#taken = undefined;
    this.#inCall = false;
  }

  #take(call: string): void {
    this.close();
    const seat = this.#parts.seat(call, (event) => {
      if (this.#taken?.seat !== seat) return;
      if (event.type === 'answer' && event.answer.to === 'join') this.#inCall = true;
      if (event.type === 'ended') this.#inCall = false;
      this.#parts.tell({ type: 'call', call, event }, isPassing(event));
    });
    this.#taken = { call, seat };
  }
}

const isPassing = (event: CallEvent): boolean =>
  event.type === 'pointing' ||
  event.type === 'view' ||
  event.type === 'quality' ||
  (event.type === 'caption' && !event.caption.final);
