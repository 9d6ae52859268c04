import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { SpokenReply } from './spoken-reply.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const second = new Int16Array(16_000).fill(8_192);

it('is what the reply has sounded like so far, sentence after sentence', () => {
  const spoken = new SpokenReply();
  expect(spoken.sounding).toBeUndefined();
  spoken.begin('r1');
  spoken.add('r1', second);
  expect(spoken.sounding?.samples).toHaveLength(16_000);
  spoken.add('r1', second);
  expect(spoken.sounding?.samples).toHaveLength(32_000);
  expect(spoken.sounding?.samples[20_000]).toBe(0.25);
});

it('knows no more of a reply once another is spoken', () => {
  const spoken = new SpokenReply();
  spoken.begin('r1');
  spoken.begin('r2');
  spoken.add('r1', second);
  expect(spoken.sounding).toBeUndefined();
});

it('is forgotten a moment after the page has ended it, or when it must have come to its end', () => {
  const spoken = new SpokenReply();
  spoken.begin('r1');
  spoken.add('r1', second);
  spoken.ended('r1');
  vi.advanceTimersByTime(500);
  expect(spoken.sounding).toBeDefined();
  vi.advanceTimersByTime(500);
  expect(spoken.sounding).toBeUndefined();
  spoken.begin('r2');
  spoken.add('r2', second);
  vi.advanceTimersByTime(10_000);
  expect(spoken.sounding).toBeUndefined();
});
