import { describe, expect, it } from 'vitest';
import type { GuideStep } from './guide.ts';
import { minutesLeft } from './guide-time-left.ts';

const guide = { steps: [4, 10, 6].map((minutes) => ({ minutes }) as GuideStep) };

describe('the time left', () => {
  it('is all of it while parts are laid out', () => {
    expect(minutesLeft(guide, 0, 12)).toBe(20);
  });

  it('counts down within a step but never to nothing', () => {
    expect(minutesLeft(guide, 2, 4)).toBe(12);
    expect(minutesLeft(guide, 2, 60)).toBe(7);
    expect(minutesLeft(guide, 3, 60)).toBe(1);
  });

  it('is not more exact than anybody can know', () => {
    const long = { steps: [61, 2].map((minutes) => ({ minutes }) as GuideStep) };
    expect(minutesLeft(long, 0, 0)).toBe(65);
  });

  it('is not said of a finished product', () => {
    expect(minutesLeft(guide, 4, 0)).toBeNull();
  });
});
