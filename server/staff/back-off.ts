export interface BackOffOptions {
  /** Failures that cost nothing. */
  free: number;
  firstWaitMs: number;
  longestWaitMs: number;
  now: () => Date;
}

interface Failures {
  count: number;
  at: number;
}

/** Failures are forgotten after this long without another. */
const forgetAfterMs = 3_600_000;
/** Those who failed longest ago are forgotten first. */
const mostKept = 50_000;

/** Counts failures by key; after a few free ones each makes the next attempt wait twice as long. */
export class BackOff {
  readonly #options: BackOffOptions;
  readonly #failures = new Map<string, Failures>();

  constructor(options: BackOffOptions) {
    this.#options = options;
  }

  /** Milliseconds until the next attempt may be made; 0 when it may now. */
  waitMs(key: string): number {
    const { free, firstWaitMs, longestWaitMs } = this.#options;
    const { count, at } = this.#known(key);
    if (count < free) return 0;
    const wait = Math.min(longestWaitMs, firstWaitMs * 2 ** Math.min(30, count - free));
    return Math.max(0, at + wait - this.#now());
  }

  /** An attempt counts as failed from its beginning: those made side by side are counted too. */
  begin(key: string): void {
    const { count } = this.#known(key);
    this.#failures.delete(key);
    this.#failures.set(key, { count: count + 1, at: this.#now() });
    const oldest = this.#failures.keys().next();
    if (this.#failures.size > mostKept && !oldest.done) this.#failures.delete(oldest.value);
  }

  succeeded(key: string): void {
    this.#failures.delete(key);
  }

  #known(key: string): Failures {
    const known = this.#failures.get(key);
    return known && this.#now() - known.at < forgetAfterMs ? known : { count: 0, at: 0 };
  }

  #now(): number {
    return this.#options.now().getTime();
  }
}
