import { Vector3 } from 'three';
import type { Arrival, Guide } from '#protocol/guide';
import type { Finding } from '../../../server/guides/index.ts';
import type { Body } from '../geometry/bodies.ts';
import { firstHit } from '../geometry/clearance.ts';
import { stepName } from './references.ts';

/** No piece passes through one that already stands in its place. Pieces put aside are out of the way. */
export function checkMotion(guide: Guide, bodies: Map<string, Body>): Finding[] {
  const findings: Finding[] = [];
  const standing = new Set<string>();
  const allowed = jointTest(guide);
  guide.steps.forEach((step, index) => {
    const ways = [
      ...step.arrivals
        .filter((arrival) => !arrival.aside)
        .map((arrival) => ({ nodes: arrival.nodes, way: wayOf(arrival) })),
      ...step.moves.map((move) => ({ nodes: move.nodes, way: wayOf(move) })),
    ];
    for (const { nodes, way } of ways) {
      for (const node of nodes) {
        const moving = bodies.get(node);
        const others = [...standing]
          .filter((name) => !allowed(node, name))
          .flatMap((name) => bodies.get(name) ?? []);
        const hit = moving && hitOnWay(moving, others, way);
        if (hit) {
          findings.push({
            where: stepName(step, index),
            problem: `"${node}" passes through "${hit.node}" on its way in`,
            fix: 'turn its direction, bend its path with "via", or place it in an earlier step',
          });
        }
      }
      for (const node of nodes) standing.add(node);
    }
  });
  return findings;
}

/** May these two nodes overlap? */
export function jointTest(guide: Guide): (a: string, b: string) => boolean {
  const pairs = new Set(guide.joints.flatMap(([a, b]) => [`${a}\n${b}`, `${b}\n${a}`]));
  return (a, b) => pairs.has(`${a}\n${b}`);
}

/** The corner points of the way in, as offsets from the final place, ending there. */
function wayOf(arrival: Pick<Arrival, 'direction' | 'distance' | 'via'>): Vector3[] {
  const end = new Vector3();
  const corners = (arrival.via ?? []).map((corner) => new Vector3(...corner));
  const first = corners[0] ?? end;
  const start = new Vector3(...arrival.direction).multiplyScalar(-arrival.distance).add(first);
  return [start, ...corners, end];
}

function hitOnWay(moving: Body, others: Body[], way: Vector3[]): Body | undefined {
  for (let i = 1; i < way.length; i++) {
    const hit = firstHit(moving, others, way[i - 1] as Vector3, way[i] as Vector3);
    if (hit) return hit;
  }
  return undefined;
}
