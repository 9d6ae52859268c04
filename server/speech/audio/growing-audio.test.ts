import { expect, it } from 'vitest';
import { activityFrameSamples } from '../activity/contract.ts';
import { GrowingAudio } from './growing-audio.ts';

const frame = (level: number) => new Float32Array(activityFrameSamples).fill(level);

it('growing audio keeps every sample over any growth', () => {
  const audio = new GrowingAudio();
  for (let i = 0; i < 400; i++) audio.add(frame(i / 400));
  const copy = audio.copy();
  expect(copy).toHaveLength(400 * activityFrameSamples);
  for (let i = 0; i < 400; i++) expect(copy[i * activityFrameSamples + 7]).toBeCloseTo(i / 400);
});

it('growing audio cuts in the middle of the longest quiet after the place asked for, losing nothing', () => {
  const audio = new GrowingAudio();
  const levels = [
    ...Array(20).fill(0),
    ...Array(30).fill(0.5),
    ...Array(7).fill(0.01),
    ...Array(23).fill(0.5),
  ];
  for (const level of levels) audio.add(frame(level));
  const at = audio.quietest(25 * activityFrameSamples);
  expect(at).toBeGreaterThan(51 * activityFrameSamples);
  expect(at).toBeLessThan(57 * activityFrameSamples);
  const whole = audio.copy();
  const { before, after } = audio.split(at);
  expect([...before, ...after.copy()]).toEqual([...whole]);
});
