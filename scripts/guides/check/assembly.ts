import type { Guide } from '#protocol/guide';
import type { Finding } from '../../../server/guides/index.ts';
import type { Body } from '../geometry/bodies.ts';
import { overlapDepth, solidOf } from '../geometry/overlap.ts';
import { jointTest } from './motion.ts';

/** Metres that two pieces may be in one another, and that the product may stand off the floor. */
const tolerance = 0.001;

/** The finished product: nothing inside anything else, and its feet on the floor. */
export function checkAssembly(guide: Guide, bodies: Map<string, Body>): Finding[] {
  const all = [...bodies.values()];
  const solids = new Map(all.map((body) => [body.node, solidOf(body)]));
  const open = all
    .filter((body) => !solids.get(body.node))
    .map((body) => ({
      where: `node "${body.node}"`,
      problem: 'its surface has holes, so nothing can tell inside from outside',
      fix: 'close the mesh in the modelling program (merge vertices, fill holes)',
    }));
  return [...open, ...overlaps(guide, all, solids), ...stands(guide, all)];
}

function overlaps(guide: Guide, all: Body[], solids: Map<string, ReturnType<typeof solidOf>>): Finding[] {
  const allowed = jointTest(guide);
  const findings: Finding[] = [];
  all.forEach((a, i) => {
    for (const b of all.slice(i + 1)) {
      const [first, second] = [solids.get(a.node), solids.get(b.node)];
      if (!first || !second || allowed(a.node, b.node) || !a.box.intersectsBox(b.box)) continue;
      const depth = overlapDepth(first, second);
      if (depth <= tolerance) continue;
      findings.push({
        where: `nodes "${a.node}" and "${b.node}"`,
        problem: `they are ${(depth * 1000).toFixed(1)} mm inside one another in the finished product`,
        fix: 'move one of them, or list the pair under "joints" if it is meant',
      });
    }
  });
  return findings;
}

function stands(guide: Guide, all: Body[]): Finding[] {
  if (guide.stands === 'wall') return [];
  const lowest = Math.min(...all.map((body) => body.box.min.y));
  if (Math.abs(lowest) <= tolerance) return [];
  return [
    {
      where: 'model.glb',
      problem: `the product's lowest point is at ${(lowest * 1000).toFixed(1)} mm, not on the floor`,
      fix: 'move the model so that its lowest point has y = 0',
    },
  ];
}
