import { describe, expect, test } from 'vitest';
import { Resampler } from './resampler.ts';

const seconds = 0.5;

function tone(frequency: number, rate: number): Float32Array {
  return Float32Array.from({ length: rate * seconds }, (_, i) =>
    Math.sin((2 * Math.PI * frequency * i) / rate),
  );
}

/** In blocks of 128 as an AudioWorklet gives them. */
function inBlocks(resampler: Resampler, input: Float32Array): Float32Array {
  const parts: number[] = [];
  for (let at = 0; at < input.length; at += 128)
    parts.push(...resampler.process(input.subarray(at, at + 128)));
  return Float32Array.from(parts);
}

/** Level of the middle part in decibels below a full-scale sine. */
function decibels(samples: Float32Array): number {
  const middle = samples.subarray(samples.length * 0.25, samples.length * 0.75);
  const power = middle.reduce((sum, sample) => sum + sample ** 2, 0) / middle.length;
  return 10 * Math.log10(power * 2 + 1e-20);
}

describe.each([44_100, 48_000, 96_000, 22_050])('from %i Hz to 16 kHz', (rate) => {
  test.each([100, 1_000, 4_000, 6_000])('speech at %i Hz passes as it is', (frequency) => {
    expect(decibels(inBlocks(new Resampler(rate, 16_000), tone(frequency, rate)))).toBeCloseTo(0, 1);
  });

  test.each([8_500, 10_000].filter((frequency) => frequency < rate / 2))(
    '%i Hz does not come back as a lower tone',
    (frequency) => {
      expect(decibels(inBlocks(new Resampler(rate, 16_000), tone(frequency, rate)))).toBeLessThan(-60);
    },
  );

  test('a tone stays where it was in time', () => {
    const output = inBlocks(new Resampler(rate, 16_000), tone(500, rate));
    const wanted = tone(500, 16_000);
    for (let i = 1000; i < 5000; i++) expect(output[i]).toBeCloseTo(wanted[i] as number, 2);
  });

  test('half a second stays half a second', () => {
    expect(inBlocks(new Resampler(rate, 16_000), tone(500, rate)).length).toBeCloseTo(8_000, -2);
  });
});

test('8 kHz is taken up to 16 kHz', () => {
  expect(decibels(inBlocks(new Resampler(8_000, 16_000), tone(1_000, 8_000)))).toBeCloseTo(0, 1);
});
