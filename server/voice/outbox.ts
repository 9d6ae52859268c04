import type { ServerEvent, ServerMessage } from '#protocol';
import { HexkeyError } from '../errors.ts';

/**
 * Server messages in the order of their numbers, kept until the client has acknowledged them. Partials overtaken by a
 * newer word on the same utterance are not kept: a resumed client needs only the latest.
 */
export class Outbox {
  readonly #limits: { maxKeptMessages: number; maxKeptBytes: number };
  #kept: { message: ServerMessage; bytes: number }[] = [];
  #bytes = 0;
  #last = 0;
  #overflowed = false;

  constructor(limits: { maxKeptMessages: number; maxKeptBytes: number }) {
    this.#limits = limits;
  }

  add(event: ServerEvent): ServerMessage {
    if (event.type === 'partial' || event.type === 'final' || event.type === 'discarded')
      this.#keep(({ event: kept }) => kept.type !== 'partial' || kept.utterance !== event.utterance);
    this.#last += 1;
    const message = { n: this.#last, event };
    const bytes = JSON.stringify(event).length;
    this.#kept.push({ message, bytes });
    this.#bytes += bytes;
    const { maxKeptMessages, maxKeptBytes } = this.#limits;
    if (this.#kept.length > maxKeptMessages || this.#bytes > maxKeptBytes) {
      this.#overflowed = true;
      this.#keep(() => false);
    }
    return message;
  }

  /** The client has everything up to `n`. Throws `bad_message` where so much was never sent. */
  acknowledge(n: number): void {
    if (n > this.#last)
      throw new HexkeyError('bad_message', `Message ${n} was never sent: the last was ${this.#last}.`);
    this.#keep((message) => message.n > n);
  }

  /** More was kept than a client may leave unacknowledged: messages are missing, and nothing can be resumed. */
  get overflowed(): boolean {
    return this.#overflowed;
  }

  get unacknowledged(): readonly ServerMessage[] {
    return this.#kept.map(({ message }) => message);
  }

  #keep(wanted: (message: ServerMessage) => boolean): void {
    this.#kept = this.#kept.filter(({ message }) => wanted(message));
    this.#bytes = this.#kept.reduce((sum, { bytes }) => sum + bytes, 0);
  }
}
