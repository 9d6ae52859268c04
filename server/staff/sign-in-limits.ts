import { clientNetwork } from '../client-address.ts';
import { HexkeyError } from '../errors.ts';

export interface SignInLimits {
  /** Throws `rate_limited` while somebody has to wait; else the attempt counts as failed until `succeeded`. */
  begin(email: string, address: string): void;
  succeeded(email: string, address: string): void;
}

const minutes = 60_000;

interface BackOffOptions {
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

/**
 * Counts failures by key; after a few free ones each makes the next attempt wait twice as long. Limiters from libraries
 * (rate-limiter-flexible) allow so many in a window: whoever guesses slowly would never be slowed further, and whoever mistypes
 * four times would wait as long as an attacker. In memory: with two nodes a guesser has twice the free attempts.
 */
class BackOff {
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

/**
 * Guessing is slowed by account and address together, by address over all accounts, and by account over all addresses.
 * The last allows the most: a stranger cannot lock out whose address they know for longer than its wait.
 */
export function createSignInLimits(now: () => Date): SignInLimits {
  const limit = (free: number, longestMinutes: number) =>
    new BackOff({ free, firstWaitMs: 1_000, longestWaitMs: longestMinutes * minutes, now });
  const [pairs, addresses, accounts] = [limit(5, 15), limit(30, 15), limit(50, 1)];
  const keys = (email: string, address: string): [BackOff, string][] => {
    const network = clientNetwork(address);
    return [
      [pairs, `${network} ${email}`],
      [addresses, network],
      [accounts, email],
    ];
  };
  return {
    begin(email, address) {
      const waitMs = Math.max(...keys(email, address).map(([backOff, key]) => backOff.waitMs(key)));
      if (waitMs > 0)
        throw new HexkeyError(
          'rate_limited',
          `Too many attempts to sign in. Wait ${Math.ceil(waitMs / 1000)} seconds, then try again.`,
        );
      for (const [backOff, key] of keys(email, address)) backOff.begin(key);
    },
    succeeded(email, address) {
      for (const [backOff, key] of keys(email, address)) backOff.succeeded(key);
    },
  };
}
