import { type Box3, Triangle, Vector3 } from 'three';
import type { Body } from '../geometry/bodies.ts';
import { gapTo } from '../geometry/clearance.ts';

/** Bodies nearer than this touch, in metres: models leave a little air between parts. */
export const reach = 0.002;
/** Faces nearer than this hold one another; with more air between them one only stands beside the other, as a loose shelf does. */
export const snug = 0.001;
/** Places along the longest side of the room that two bodies share at which their faces are compared. */
const places = 8;
/** Cosine within which two faces look the same way. */
const sameWay = 0.97;

/** Where two bodies meet: the ways that one faces the other, and how much of it does. */
export interface Contact {
  /** From the first body towards the second, of length 1. */
  direction: Vector3;
  /** Square metres, roughly. */
  area: number;
}

/** Which bodies touch which, by name. */
export function contactsOf(bodies: readonly Body[]): Map<string, Set<string>> {
  const contacts = new Map(bodies.map((body) => [body.node, new Set<string>()]));
  bodies.forEach((a, i) => {
    for (const b of bodies.slice(i + 1)) {
      if (!a.box.clone().expandByScalar(reach).intersectsBox(b.box) || gapTo(a, b, reach) > reach) continue;
      contacts.get(a.node)?.add(b.node);
      contacts.get(b.node)?.add(a.node);
    }
  });
  return contacts;
}

/**
 * The faces with which two touching bodies meet, with no more than `air` metres between them. Where they are in one
 * another, faces do not meet: then it is the way in which they are the least deep.
 */
export function facesBetween(a: Body, b: Body, air: number, isJoint: boolean): Contact[] {
  const shared = a.box.clone().expandByScalar(air).intersect(b.box.clone().expandByScalar(air));
  if (shared.isEmpty()) return [];
  const size = shared.getSize(new Vector3());
  const found = meetingFaces(a, b, air, shared, size);
  if (found.length > 0 || !isJoint) return found;
  const between = b.box.getCenter(new Vector3()).sub(a.box.getCenter(new Vector3()));
  const axis = (['x', 'y', 'z'] as const).toSorted((one, other) => size[one] - size[other])[0] ?? 'y';
  const direction = new Vector3();
  direction[axis] = Math.sign(between[axis]) || 1;
  return [{ direction, area: (size.x * size.y * size.z) / Math.max(air, size[axis]) }];
}

function meetingFaces(a: Body, b: Body, air: number, shared: Box3, size: Vector3): Contact[] {
  const cell = Math.max(...size.toArray()) / places;
  const counts = size.toArray().map((length) => Math.max(1, Math.min(places, Math.round(length / cell))));
  const [nx = 1, ny = 1, nz = 1] = counts;
  const point = new Vector3();
  const [onA, onB] = [hitOf(), hitOf()];
  const [faceA, faceB] = [new Vector3(), new Vector3()];
  const found: Contact[] = [];
  for (let i = 0; i < nx * ny * nz; i++) {
    point.set(
      shared.min.x + (size.x * ((i % nx) + 0.5)) / nx,
      shared.min.y + (size.y * ((Math.floor(i / nx) % ny) + 0.5)) / ny,
      shared.min.z + (size.z * (Math.floor(i / (nx * ny)) + 0.5)) / nz,
    );
    if (!a.bvh.closestPointToPoint(point, onA, 0, cell + air)) continue;
    if (!b.bvh.closestPointToPoint(onA.point, onB, 0, air)) continue;
    normalOf(a, onA.faceIndex, faceA);
    normalOf(b, onB.faceIndex, faceB);
    if (faceA.dot(faceB) > -0.8) continue;
    const known = found.find(({ direction }) => direction.dot(faceA) > sameWay);
    if (known) known.area += cell * cell;
    else found.push({ direction: faceA.clone(), area: cell * cell });
  }
  return found;
}

const hitOf = () => ({ point: new Vector3(), distance: 0, faceIndex: 0 });
const triangle = new Triangle();

function normalOf({ geometry }: Body, face: number, target: Vector3): void {
  const index = geometry.getIndex();
  triangle.setFromAttributeAndIndices(
    geometry.getAttribute('position'),
    index?.getX(face * 3) ?? 0,
    index?.getX(face * 3 + 1) ?? 0,
    index?.getX(face * 3 + 2) ?? 0,
  );
  triangle.getNormal(target);
}

/** Do all of `nodes` hang together through contacts? */
export function hangTogether(
  nodes: readonly string[],
  contacts: ReadonlyMap<string, ReadonlySet<string>>,
): boolean {
  const left = new Set(nodes);
  const queue = nodes.slice(0, 1);
  for (let node = queue.pop(); node !== undefined; node = queue.pop()) {
    if (!left.delete(node)) continue;
    for (const next of contacts.get(node) ?? []) if (left.has(next)) queue.push(next);
  }
  return left.size === 0;
}
