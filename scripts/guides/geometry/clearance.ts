import { Matrix4, Vector3 } from 'three';
import type { Body } from './bodies.ts';

/** Touching is not colliding: a moving body is shrunk by this much on every face before it is tried, in metres. */
const slack = 0.0006;
/** Longest stretch between two tries along a path: thinner bodies than a 3 mm back panel could be jumped over. */
const stride = 0.0025;

const shrink = new Matrix4();
const place = new Matrix4();
const centre = new Vector3();
const extent = new Vector3();
const scale = new Vector3();
const from = new Vector3();
const to = new Vector3();

/** Do the two bodies' surfaces cross while `moving` stands `offset` away from its place? */
export function collides(moving: Body, standing: Body, offset: Vector3): boolean {
  moving.box.getCenter(centre);
  moving.box.getSize(extent);
  scale.set(shrunk(extent.x), shrunk(extent.y), shrunk(extent.z));
  shrink
    .makeTranslation(centre)
    .scale(scale)
    .multiply(place.makeTranslation(-centre.x, -centre.y, -centre.z));
  place.makeTranslation(offset).multiply(shrink);
  return standing.bvh.intersectsGeometry(moving.geometry, place);
}

const shrunk = (length: number) => Math.max(0.2, (length - 2 * slack) / Math.max(length, 1e-6));

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

/** The part of the way, as fractions of it, in which the shrunk bounding boxes overlap. */
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
