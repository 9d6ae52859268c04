import type { Seat } from './seat.ts';

export interface Preparation {
  seat: Seat;
  likely: readonly string[];
}

/** Phrases that recognisers are yet to get ready for: one recogniser at a time, so that the others hear meanwhile. */
export class Preparations {
  readonly #seats: readonly Seat[];
  readonly #waiting: Preparation[] = [];

  constructor(seats: readonly Seat[]) {
    this.#seats = seats;
  }

  add(likely: readonly string[]): void {
    for (const seat of this.#seats)
      if (!this.#waiting.some((each) => each.seat === seat && each.likely === likely))
        this.#waiting.push({ seat, likely });
  }

  /** The first whose recogniser has nothing to do; none while another gets ready. */
  take(): Preparation | undefined {
    if (this.#seats.some(({ work }) => work === 'preparation')) return undefined;
    const at = this.#waiting.findIndex(({ seat }) => seat.free);
    return at < 0 ? undefined : this.#waiting.splice(at, 1)[0];
  }
}
