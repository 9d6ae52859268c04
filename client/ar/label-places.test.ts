import { describe, expect, it } from 'vitest';
import { labelPlaces } from './label-places.ts';

const box = (left: number, top: number, right: number, bottom: number) => ({ left, top, right, bottom });

describe('labels', () => {
  it('stand above what they name', () => {
    expect(labelPlaces([box(100, 100, 140, 200)], 28, 360, 300)).toEqual([{ x: 120, y: 80 }]);
  });

  it('go to the side with the most room where there is none above', () => {
    const [place] = labelPlaces([box(20, 4, 120, 200)], 28, 360, 300);
    expect(place?.x).toBeGreaterThan(120);
  });

  it('never overlap one another, however close their parts are', () => {
    const crowd = Array.from({ length: 9 }, (_, index) => box(150 + index, 120, 170 + index, 160));
    const places = labelPlaces(crowd, 28, 360, 300);
    for (const [index, place] of places.entries()) {
      for (const other of places.slice(index + 1)) {
        expect(Math.hypot(place.x - other.x, place.y - other.y)).toBeGreaterThanOrEqual(28);
      }
    }
  });

  it('keep clear of arrows', () => {
    const [place] = labelPlaces([box(100, 100, 140, 200)], 28, 360, 300, [{ x: 120, y: 82 }]);
    expect(Math.hypot((place?.x ?? 0) - 120, (place?.y ?? 0) - 82)).toBeGreaterThanOrEqual(28);
  });

  it('stay inside the picture', () => {
    const places = labelPlaces([box(-500, -500, 900, 900), box(350, 290, 420, 380)], 28, 360, 300);
    for (const { x, y } of places) {
      expect(x).toBeGreaterThanOrEqual(14);
      expect(x).toBeLessThanOrEqual(346);
      expect(y).toBeGreaterThanOrEqual(14);
      expect(y).toBeLessThanOrEqual(286);
    }
  });
});
