/**
 * How long to wait before the next attempt, in milliseconds: doubling from 300 ms to 20 s, and somewhere in the upper
 * half of that, so that clients of a restarted server do not all come back in the same moment.
 */
export function backoffMs(attempt: number, random: () => number = Math.random): number {
  const ceiling = Math.min(20_000, 300 * 2 ** attempt);
  return ceiling * (0.5 + random() / 2);
}
