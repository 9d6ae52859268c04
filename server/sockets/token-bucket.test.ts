import { expect, test } from 'vitest';
import { TokenBucket } from './token-bucket.ts';

test('a burst is allowed, then only what flows in', () => {
  let now = 0;
  const allowance = new TokenBucket(10, 20, () => now);
  expect(Array.from({ length: 21 }, () => allowance.take()).filter(Boolean)).toHaveLength(20);
  now = 100;
  expect([allowance.take(), allowance.take()]).toEqual([true, false]);
});

test('a debt says how long to wait', () => {
  let now = 0;
  const allowance = new TokenBucket(1000, 1000, () => now);
  expect(allowance.spend(1000)).toBe(0);
  expect(allowance.spend(500)).toBe(500);
  now = 500;
  expect(allowance.spend(0)).toBe(0);
});
