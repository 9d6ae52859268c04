import type { Guide } from '#protocol/guide';
import type { Finding } from '../../../server/guides/index.ts';
import type { Body } from '../geometry/bodies.ts';
import { restOverlaps, restTolerance } from '../geometry/overlap.ts';
import { jointTest } from './motion.ts';

/** The finished product: nothing inside anything else that is no joint, and its feet on the floor. */
export function checkAssembly(guide: Guide, bodies: Map<string, Body>): Finding[] {
  const all = [...bodies.values()];
  return [...overlaps(guide, all), ...stands(guide, all)];
}

function overlaps(guide: Guide, all: Body[]): Finding[] {
  const allowed = jointTest(guide);
  return (
    restOverlaps(all)
      // Faces that touch cross by a hair when their places are rounded.
      .filter(({ a, b, depth }) => depth > restTolerance && !allowed(a, b))
      .map(({ a, b, depth }) => ({
        where: `nodes "${a}" and "${b}"`,
        problem: `they are ${(depth * 1000).toFixed(1)} mm inside one another in the finished product`,
        fix: 'move one of them, or list the pair under "joints" if it is meant',
      }))
  );
}

function stands(guide: Guide, all: Body[]): Finding[] {
  if (guide.stands === 'wall') return [];
  const lowest = Math.min(...all.map((body) => body.box.min.y));
  if (Math.abs(lowest) <= restTolerance) return [];
  return [
    {
      where: 'model.glb',
      problem: `the product's lowest point is at ${(lowest * 1000).toFixed(1)} mm, not on the floor`,
      fix: 'move the model so that its lowest point has y = 0',
    },
  ];
}
