import { expect, it } from 'vitest';
import { readWav } from '../audio/wav.ts';
import { spoken, wavBytes } from './spoken.ts';

it('makes speech at any rate, with silence around it, that reads back from a WAV file', async () => {
  const pcm = await spoken('Where is my order?', {
    sampleRate: 48_000,
    leadMs: 100,
    tailMs: 500,
    voice: 'rms',
  });
  const wav = readWav(wavBytes(pcm, 48_000));
  expect(wav.sampleRate).toBe(48_000);
  expect(wav.samples).toHaveLength(pcm.length);
  expect(pcm.length / 48_000).toBeGreaterThan(1.2);
  expect(wav.samples.subarray(0, 4800).every((sample) => sample === 0)).toBe(true);
  expect(wav.samples.subarray(-24_000).every((sample) => sample === 0)).toBe(true);
  expect(wav.samples.some((sample) => Math.abs(sample) > 0.1)).toBe(true);
});
