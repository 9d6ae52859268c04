import type { RecogniserSlot } from './recogniser-slot.ts';

export interface Preparation {
  slot: RecogniserSlot;
  likely: readonly string[];
}

/** Phrases that recognisers are yet to get ready for: one recogniser at a time, so that the others hear meanwhile. */
export class Preparations {
  readonly #slots: readonly RecogniserSlot[];
  readonly #waiting: Preparation[] = [];

  constructor(slots: readonly RecogniserSlot[]) {
    this.#slots = slots;
  }

  add(likely: readonly string[]): void {
    for (const slot of this.#slots)
      if (!this.#waiting.some((each) => each.slot === slot && each.likely === likely))
        this.#waiting.push({ slot, likely });
  }

  /** The first whose recogniser has nothing to do; none while another gets ready. */
  take(): Preparation | undefined {
    if (this.#slots.some(({ work }) => work === 'preparation')) return undefined;
    const at = this.#waiting.findIndex(({ slot }) => slot.free);
    return at < 0 ? undefined : this.#waiting.splice(at, 1)[0];
  }
}
