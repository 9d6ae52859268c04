import { Matrix4, Vector3 } from 'three';
import type { Body } from '../geometry/bodies.ts';

/** Bodies nearer than this touch, in metres: models leave a little air between parts. */
const reach = 0.002;
const identity = new Matrix4();

/** Which bodies touch which, by name. */
export function contactsOf(bodies: Body[]): Map<string, Set<string>> {
  const contacts = new Map(bodies.map((body) => [body.node, new Set<string>()]));
  bodies.forEach((a, i) => {
    for (const b of bodies.slice(i + 1)) {
      if (!a.box.clone().expandByScalar(reach).intersectsBox(b.box) || gap(a, b) > reach) continue;
      contacts.get(a.node)?.add(b.node);
      contacts.get(b.node)?.add(a.node);
    }
  });
  return contacts;
}

function gap(a: Body, b: Body): number {
  const nearest = a.bvh.closestPointToGeometry(
    b.geometry,
    identity,
    { point: new Vector3(), distance: 0, faceIndex: 0 },
    undefined,
    0,
    reach * 2,
  );
  return nearest?.distance ?? Number.POSITIVE_INFINITY;
}

/** Do all of `nodes` hang together through contacts? */
export function hangTogether(nodes: string[], contacts: Map<string, Set<string>>): boolean {
  const left = new Set(nodes);
  const queue = nodes.slice(0, 1);
  for (let node = queue.pop(); node !== undefined; node = queue.pop()) {
    if (!left.delete(node)) continue;
    for (const next of contacts.get(node) ?? []) if (left.has(next)) queue.push(next);
  }
  return left.size === 0;
}
