import { describe, expect, it } from 'vitest';
import type { GuideHardware } from '#protocol/guide';
import { guessedDensity, keepDensity, measuredDensity } from './density.ts';
import { outlineOf } from './outline.ts';

const of = (kind: GuideHardware['kind'], length: number, diameter: number, room = 120) =>
  outlineOf({ kind, length, diameter }, room);

describe('a fastener at true size', () => {
  it('is as many millimetres long as the real one', () => {
    expect(of('bolt', 0.05, 0.006)).toMatchObject({ width: 50, cut: false });
    expect(of('dowel', 0.03, 0.008)).toMatchObject({ width: 30, height: 8 });
  });

  it('has a head wider than its shank where the real one has', () => {
    expect(of('screw', 0.035, 0.005).height).toBe(10);
    expect(of('bolt', 0.02, 0.006).height).toBeCloseTo(10.2);
  });

  it('has threads where the real one has', () => {
    expect(of('screw', 0.035, 0.004).lines).not.toBe('');
    expect(of('nail', 0.03, 0.002).lines).toBe('');
  });

  it('loses its middle where there is no room, and says so', () => {
    expect(of('cable', 1.5, 0.006, 90)).toMatchObject({ width: 90, cut: true });
  });

  it.each([
    'screw',
    'bolt',
    'dowel',
    'pin',
    'cam-lock',
    'cam-bolt',
    'nail',
    'anchor',
    'washer',
    'cable',
    'clip',
  ] as const)('draws a %s that is a path of numbers alone', (kind) => {
    expect(of(kind, 0.012, 0.006).body).toMatch(/^M[-\d. A-Za-z]+z$/);
    expect(of(kind, 0.012, 0.006).body).not.toContain('NaN');
  });
});

describe('the density of the screen', () => {
  it('is what was measured with a card', () => {
    const kept = new Map<string, string>();
    const storage = {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
    };
    expect(measuredDensity(storage)).toBeUndefined();
    keepDensity(storage, 5.4);
    expect(measuredDensity(storage)).toBe(5.4);
    for (const key of kept.keys()) kept.set(key, '900');
    expect(measuredDensity(storage)).toBeUndefined();
  });

  it('is guessed higher for a phone', () => {
    expect(guessedDensity(true)).toBeGreaterThan(guessedDensity(false));
  });
});
