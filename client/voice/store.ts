import type { VoiceSnapshot } from './contract.ts';

/** The snapshot and who wants to know of changes. */
export class Store {
  readonly #listeners = new Set<() => void>();
  #snapshot: VoiceSnapshot;

  constructor(snapshot: VoiceSnapshot) {
    this.#snapshot = snapshot;
  }

  get snapshot(): VoiceSnapshot {
    return this.#snapshot;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  update(change: Partial<VoiceSnapshot>): void {
    const entries = Object.entries(change) as [keyof VoiceSnapshot, unknown][];
    if (entries.every(([key, value]) => Object.is(this.#snapshot[key], value))) return;
    this.#snapshot = { ...this.#snapshot, ...change };
    for (const listener of [...this.#listeners]) listener();
  }
}
