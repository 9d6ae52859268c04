import { describe, expect, it } from 'vitest';
import { areaUnderRoc, figuresOf, percentile } from './metrics.ts';

describe('figuresOf', () => {
  it('counts any accepted label as right and the first as gold otherwise', () => {
    const figures = figuresOf([
      { accepted: ['deny', 'goodbye'], predicted: 'goodbye' },
      { accepted: ['deny', 'goodbye'], predicted: 'affirm' },
      { accepted: ['deny'], predicted: 'deny' },
      { accepted: ['affirm'], predicted: 'affirm' },
    ]);
    expect(figures.accuracy).toBe(0.75);
    expect(figures.confusions).toEqual([{ gold: 'deny', predicted: 'affirm', count: 1 }]);
    // goodbye 1, deny 2/3, affirm 2/3
    expect(figures.macroF1).toBeCloseTo((1 + 2 / 3 + 2 / 3) / 3);
    expect(figures.oosAuroc).toBeNull();
  });

  it('measures how well out_of_scope is told apart', () => {
    const row = (accepted: string, outOfScope: number) => ({
      accepted: [accepted],
      predicted: accepted,
      outOfScope,
    });
    expect(figuresOf([row('out_of_scope', 0.9), row('out_of_scope', 0.2), row('deny', 0.3)]).oosAuroc).toBe(
      0.5,
    );
  });
});

describe('areaUnderRoc', () => {
  it.each([
    [[2, 3], [0, 1], 1],
    [[0, 1], [2, 3], 0],
    [[1, 1], [1], 0.5],
    [[1, 3], [2, 1], 0.625],
  ])('of %j over %j is %f', (positives, negatives, area) => {
    expect(areaUnderRoc(positives, negatives)).toBe(area);
  });
});

it('a report takes percentiles of sorted numbers', () => {
  expect(percentile([1, 2, 3, 4], 0.5)).toBe(3);
  expect(percentile([1, 2, 3, 4], 0.99)).toBe(4);
});
