import { expect, it } from 'vitest';
import { placeBeside } from './Recordings.tsx';

const camera = { startMs: 4_000, durationMs: 60_000 };

it('is as far in as both began apart', () => {
  expect(placeBeside({ startMs: 1_000, durationMs: 60_000 }, camera, 10)).toBe(13);
  expect(placeBeside({ startMs: 9_000, durationMs: 60_000 }, camera, 10)).toBe(5);
});

it('is nowhere before a track begins, and after it has ended', () => {
  expect(placeBeside({ startMs: 20_000, durationMs: 60_000 }, camera, 10)).toBeUndefined();
  expect(placeBeside({ startMs: 0, durationMs: 14_000 }, camera, 10)).toBeUndefined();
});
