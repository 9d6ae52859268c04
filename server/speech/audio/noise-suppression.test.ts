import { expect, it } from 'vitest';
import { spoken } from '../testing/spoken.ts';
import { openNoiseSuppression } from './noise-suppression.ts';

const level = (samples: Float32Array) =>
  Math.sqrt(samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length);
const likeness = (one: Float32Array, other: Float32Array) =>
  one.reduce((sum, sample, i) => sum + sample * (other[i] ?? 0), 0) /
  (level(one) * level(other) * one.length);

it('noise suppression takes most of a steady noise off', async () => {
  const { suppress } = await openNoiseSuppression();
  let seed = 1;
  const hiss = Float32Array.from({ length: 32_000 }, () => {
    seed = (seed * 16_807) % 2_147_483_647;
    return 0.1 * (seed / 2_147_483_647 - 0.5);
  });
  const quiet = suppress(hiss);
  expect(quiet).toHaveLength(hiss.length);
  expect(level(quiet.subarray(16_000))).toBeLessThan(0.5 * level(hiss));
});

it('noise suppression leaves speech alone, and where it was in time', async () => {
  const { suppress } = await openNoiseSuppression();
  const speech = Float32Array.from(await spoken('how long is left'), (sample) => sample / 32_768);
  expect(likeness(suppress(speech), speech)).toBeGreaterThan(0.9);
});

it('noise suppression begins anew with every piece of audio', async () => {
  const { suppress } = await openNoiseSuppression();
  const speech = Float32Array.from(await spoken('go back'), (sample) => sample / 32_768);
  const first = suppress(speech);
  expect(suppress(speech)).toEqual(first);
});
