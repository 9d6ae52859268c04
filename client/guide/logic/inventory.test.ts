import { describe, expect, it } from 'vitest';
import type { Guide, GuideStep } from '#protocol/guide';
import { fastenersOf, stillMissing } from './inventory.ts';

const guide = {
  parts: [{ id: 'shelf', nodes: ['a', 'b', 'c'] }],
  hardware: [{ id: 'dowel', count: 8 }],
} as unknown as Guide;

describe('what is in the box', () => {
  it('is missing until it is ticked, one by one', () => {
    expect(stillMissing(guide, {})).toEqual([
      { id: 'shelf', count: 3 },
      { id: 'dowel', count: 8 },
    ]);
    expect(stillMissing(guide, { shelf: 3, dowel: 5 })).toEqual([{ id: 'dowel', count: 3 }]);
    expect(stillMissing(guide, { shelf: 9, dowel: 8 })).toEqual([]);
  });
});

describe('the fasteners of a step', () => {
  it('are counted by kind', () => {
    const step = { fasteners: ['bolt', 'dowel', 'bolt'].map((hardware) => ({ hardware })) } as GuideStep;
    expect(fastenersOf(step)).toEqual([
      { id: 'bolt', count: 2 },
      { id: 'dowel', count: 1 },
    ]);
  });
});
