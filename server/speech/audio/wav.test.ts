import { expect, it } from 'vitest';
import { wavBytes } from '../testing/wav.ts';
import { readWav } from './wav.ts';

it('the WAV reader reads samples and rate', () => {
  const wav = readWav(wavBytes(Int16Array.of(0, 16_384, -32_768), 8_000));
  expect(wav.sampleRate).toBe(8_000);
  expect([...wav.samples]).toEqual([0, 0.5, -1]);
});

it.each([
  ['no WAV file', new TextEncoder().encode('not audio at all')],
  ['an empty file', new Uint8Array(0)],
  ['a file without data', wavBytes(new Int16Array(4), 8_000).slice(0, 36)],
])('the WAV reader refuses %s', (_, bytes) =>
  expect(() => readWav(bytes)).toThrowError(expect.objectContaining({ code: 'unsupported_audio' })),
);
