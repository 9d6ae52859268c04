import { Matrix4, Vector3 } from 'three';
import { type Body, slack } from './bodies.ts';

/** Longest stretch between two tries along a path: thinner bodies than a 3 mm back panel could be jumped over. */
const stride = 0.0025;

const place = new Matrix4();
const from = new Vector3();
const to = new Vector3();

/** Do the two bodies' surfaces cross while `moving` stands `offset` away from its place? */
export function collides(moving: Body, standing: Body, offset: Vector3): boolean {
  return standing.bvh.intersectsGeometry(moving.inset, place.makeTranslation(offset));
}

/**
 * The first of `standing` that `moving` would pass through on the straight way between two offsets from its place, or
 * `undefined` where the way is clear. Only the stretch in which the two bounding boxes meet is tried.
 */
export function firstHit(moving: Body, standing: Body[], start: Vector3, end: Vector3): Body | undefined {
  for (const other of standing) {
    const stretch = boxOverlap(moving, other, start, end);
    if (!stretch) continue;
    const length = start.distanceTo(end) * (stretch[1] - stretch[0]);
    const tries = Math.max(1, Math.ceil(length / stride));
    for (let i = 0; i <= tries; i++) {
      const t = stretch[0] + ((stretch[1] - stretch[0]) * i) / tries;
      if (collides(moving, other, from.lerpVectors(start, end, t))) return other;
    }
  }
  return undefined;
}

/** The part of the way, as fractions of it, in which the bounding boxes, less the slack, overlap. */
function boxOverlap(moving: Body, other: Body, start: Vector3, end: Vector3): [number, number] | undefined {
  let enter = 0;
  let leave = 1;
  to.subVectors(end, start);
  for (const axis of ['x', 'y', 'z'] as const) {
    const low = other.box.min[axis] - (moving.box.max[axis] - slack) - start[axis];
    const high = other.box.max[axis] - (moving.box.min[axis] + slack) - start[axis];
    const way = to[axis];
    if (Math.abs(way) < 1e-9) {
      if (low >= 0 || high <= 0) return undefined;
      continue;
    }
    enter = Math.max(enter, Math.min(low / way, high / way));
    leave = Math.min(leave, Math.max(low / way, high / way));
  }
  return enter < leave ? [enter, leave] : undefined;
}

const identity = new Matrix4();

/** Metres between two bodies' surfaces, or infinity where they are much farther apart than `most`. */
export function gapTo(a: Body, b: Body, most: number): number {
  const nearest = a.bvh.closestPointToGeometry(
    b.geometry,
    identity,
    { point: new Vector3(), distance: 0, faceIndex: 0 },
    undefined,
    0,
    most * 2,
  );
  return nearest?.distance ?? Number.POSITIVE_INFINITY;
}
