import { Vector3 } from 'three';
import { describe, expect, it } from 'vitest';
import type { Guide } from '#protocol/guide';
import { offsetAt, roleAt, storiesOf, travelAt, travelOf } from './travel.ts';

const at = new Vector3();
const rounded = (vector: Vector3) => vector.toArray().map((value) => Math.round(value * 1000) / 1000 || 0);

describe('a way in', () => {
  it('starts the distance out, against the direction, and ends at the place', () => {
    const travel = travelOf({ direction: [0, -1, 0], distance: 0.4 });
    expect(rounded(travelAt(travel, 0, at))).toEqual([0, 0.4, 0]);
    expect(rounded(travelAt(travel, 1, at))).toEqual([0, 0, 0]);
  });

  it('goes round its corners at an even pace', () => {
    const travel = travelOf({ direction: [0, -1, 0], distance: 0.3, via: [[0.1, 0, 0]] });
    expect(travel.length).toBeCloseTo(0.4);
    expect(rounded(travelAt(travel, 0.75, at))).toEqual([0.1, 0, 0]);
    expect(rounded(travelAt(travel, 0.875, at))).toEqual([0.05, 0, 0]);
  });
});

describe('a piece built aside', () => {
  const [story] = storiesOf({
    steps: [
      { arrivals: [], moves: [] },
      {
        arrivals: [
          {
            nodes: ['drawer'],
            direction: [0, -1, 0],
            distance: 0.2,
            aside: { offset: [0, 0, 0.7], turn: [0, 1, 0, 0] },
          },
        ],
        moves: [],
      },
      { arrivals: [], moves: [{ nodes: ['drawer'], direction: [0, 0, -1], distance: 0.5 }] },
    ],
  } as unknown as Guide);
  if (!story) throw new Error('no story');

  it('shows as a ghost where it will end until it comes', () => {
    expect(roleAt(story, 0)).toBe('coming');
    expect(offsetAt(story, 0, 1, at)).toBe(0);
    expect(rounded(at)).toEqual([0, 0, 0]);
  });

  it('waits aside, turned', () => {
    expect(offsetAt(story, 1, 1, at)).toBe(1);
    expect(rounded(at)).toEqual([0, 0, 0.7]);
  });

  it('comes home and has turned back half-way there', () => {
    expect(offsetAt(story, 2, 0, at)).toBe(1);
    expect(rounded(at)).toEqual([0, 0, 0.5]);
    expect(offsetAt(story, 2, 0.5, at)).toBe(0);
    offsetAt(story, 2, 1, at);
    expect(rounded(at)).toEqual([0, 0, 0]);
  });
});
