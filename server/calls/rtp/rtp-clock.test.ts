import { expect, it } from 'vitest';
import { RtpClock } from './rtp-clock.ts';

it('the RTP clock goes by the sender, over the end of its counter', () => {
  const clock = new RtpClock(90_000);
  const start = 2 ** 32 - 90;
  expect(clock.at(start, 500)).toBe(0);
  expect(clock.at((start + 3_000) >>> 0, 560)).toBeCloseTo(33.3, 1);
  expect(clock.at((start + 9_000) >>> 0, 590)).toBeCloseTo(100);
});

it('the RTP clock goes by ours where the sender’s jumps, and from there by the sender’s again', () => {
  const clock = new RtpClock(48_000);
  clock.at(0, 0);
  expect(clock.at(3_000_000, 1_000)).toBe(1_000);
  expect(clock.at(3_000_960, 1_050)).toBe(1_020);
});
