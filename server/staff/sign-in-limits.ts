import { clientNetwork } from '../client-address.ts';
import { HexkeyError } from '../errors.ts';
import { BackOff } from './back-off.ts';

export interface SignInLimits {
  /** Throws `rate_limited` while somebody has to wait; else the attempt counts as failed until `succeeded`. */
  begin(email: string, address: string): void;
  succeeded(email: string, address: string): void;
}

const minutes = 60_000;

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
