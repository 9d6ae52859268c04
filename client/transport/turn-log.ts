import type { ClientMessage, PageEvent } from '#protocol/voice';

export type TurnMessage = Extract<ClientMessage, { type: 'text' | 'choose' }>;

/**
 * Turns that have no reply yet, sent again on every new socket: under its id the server carries out each once. Spoken
 * turns are kept as their words, in case the server goes down between hearing and answering them.
 */
export class TurnLog {
  readonly #open = new Map<string, TurnMessage>();
  #answering: string | undefined;
  /** The newest reply. */
  #reply: string | undefined;

  add(message: TurnMessage): void {
    this.#open.set(message.id, message);
  }

  follow(event: PageEvent): void {
    if (event.type === 'shopper_said' && event.entry.who === 'shopper') {
      const { id, text, source } = event.entry;
      this.#answering = id;
      if (source === 'voice')
        this.#open.set(id, {
          type: 'text',
          id,
          text,
          ...(this.#reply !== undefined && { under: this.#reply }),
        });
    } else if (event.type === 'reply') {
      this.#reply = event.reply.id;
      if (this.#answering !== undefined) this.#open.delete(this.#answering);
      this.#answering = undefined;
    } else if (event.type === 'error' && event.id !== undefined) this.#open.delete(event.id);
  }

  get open(): TurnMessage[] {
    return [...this.#open.values()];
  }
}
