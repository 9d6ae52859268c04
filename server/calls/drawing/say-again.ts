import type { DrawEvent } from '#protocol';

/** Milliseconds without drawing after which the last of it is said once more. */
const quietMs = 1_000;

/**
 * Says the last of a burst of drawing once more when it is over. A page notices what a data channel lost by the gap
 * before the next event; of the very last there is no next.
 */
export class SayAgain {
  readonly #say: (drawing: DrawEvent) => void;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(say: (drawing: DrawEvent) => void) {
    this.#say = say;
  }

  drawn(drawing: DrawEvent): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#say(drawing), quietMs).unref();
  }

  stop(): void {
    clearTimeout(this.#timer);
  }
}
