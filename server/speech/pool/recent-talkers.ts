/** Who has asked for nothing this long has stopped talking, in milliseconds. */
const recentMs = 3_000;

/** Who talks now. Whoever talks alone waits for nobody but themselves. */
export class RecentTalkers {
  /** When each was heard last, the last heard last. */
  readonly #heardAt = new Map<symbol, number>();

  heard(talker: symbol): void {
    const now = performance.now();
    this.#heardAt.delete(talker);
    this.#heardAt.set(talker, now);
    for (const [each, at] of this.#heardAt) {
      if (now - at < recentMs) break;
      this.#heardAt.delete(each);
    }
  }

  get several(): boolean {
    return this.#heardAt.size > 1;
  }
}
