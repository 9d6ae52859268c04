import type { ServerEvent, ServerMessage } from '#protocol';

/**
 * Server messages in the order of their numbers, kept until the client has acknowledged them. Partials overtaken by a
 * newer word on the same utterance are not kept: a resumed client needs only the latest.
 */
export class Outbox {
  #kept: ServerMessage[] = [];
  #last = 0;

  add(event: ServerEvent): ServerMessage {
    if (event.type === 'partial' || event.type === 'final' || event.type === 'discarded')
      this.#kept = this.#kept.filter(
        (kept) => kept.event.type !== 'partial' || kept.event.utterance !== event.utterance,
      );
    this.#last += 1;
    const message = { n: this.#last, event };
    this.#kept.push(message);
    return message;
  }

  /** The client has everything up to `n`. */
  acknowledge(n: number): void {
    this.#kept = this.#kept.filter((message) => message.n > n);
  }

  get unacknowledged(): readonly ServerMessage[] {
    return this.#kept;
  }
}
