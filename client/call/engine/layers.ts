import { layerFor } from '../media/layer-for.ts';
import type { Ask } from './connection.ts';

/** Which size of each picture this page asks for; asks only when that changes. */
export class Layers {
  readonly #ask: Ask;
  readonly #wanted = new Map<string, number | 'none'>();
  #all = true;

  constructor(ask: Ask) {
    this.#ask = ask;
  }

  shown(consumer: string, width: number): void {
    const wanted = width > 0 ? layerFor(width) : 'none';
    const before = this.#wanted.get(consumer);
    if (wanted === before) return;
    this.#wanted.set(consumer, wanted);
    if (wanted === 'none') void this.#ask({ ask: 'pause_consumer', consumer });
    else {
      void this.#ask({ ask: 'prefer_layer', consumer, spatial: wanted });
      if (before === 'none' && this.#all) void this.#ask({ ask: 'resume_consumer', consumer });
    }
  }

  /** No pictures at all while the network is too slow for them. */
  setAll(on: boolean, pictures: readonly string[]): void {
    this.#all = on;
    for (const consumer of pictures)
      if (!on) void this.#ask({ ask: 'pause_consumer', consumer });
      else if (this.#wanted.get(consumer) !== 'none') void this.#ask({ ask: 'resume_consumer', consumer });
  }

  forget(consumer: string): void {
    this.#wanted.delete(consumer);
  }
}
