import { DoubleSide, Ray, Triangle, Vector3 } from 'three';
import type { Body } from '../geometry/bodies.ts';
import { firstHit } from '../geometry/clearance.ts';

/** Points on a body from which it is looked whether something is in its way. */
const samples = 1500;
/** Share of what is inside the other that may have it in its way. */
const mostCovered = 0.25;
/** Off the surface that a ray starts from, in metres, so that it does not meet its own beginning. */
const off = 0.0015;

/**
 * What is in whose way, pair by pair and direction by direction, as Wilson and Latombe's blocking graphs have it. Found when
 * it is first asked for and kept: what is in the way stays so for as long as it is there.
 */
export class Blocking {
  readonly #reach: number;
  readonly #isJoint: (a: string, b: string) => boolean;
  readonly #known = new Map<string, number>();
  readonly #points = new WeakMap<Body, { at: Vector3; normal: Vector3 }[]>();

  /** @param reach farther than this from its place a body is clear of everything, in metres. */
  constructor(reach: number, isJoint: (a: string, b: string) => boolean) {
    this.#reach = reach;
    this.#isJoint = isJoint;
  }

  isBlocked(moving: Body, other: Body, way: Vector3): boolean {
    return this.cover(moving, other, way) > mostCovered;
  }

  /**
   * How much `other` is in the way of `moving` along `way`, 0-1. Of bodies that are apart it is all or nothing; of two in
   * one another, which share room wherever they go, it is the share of the inner one's surface that faces that way and meets
   * the other: a dowel's side does, its end does not.
   */
  cover(moving: Body, other: Body, way: Vector3): number {
    const key = `${moving.node}\n${other.node}\n${way.x.toFixed(3)},${way.y.toFixed(3)},${way.z.toFixed(3)}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const share = this.#isJoint(moving.node, other.node)
      ? this.#covered(moving, other, way)
      : firstHit(moving, [other], new Vector3(), way.clone().multiplyScalar(this.#reach))
        ? 1
        : 0;
    this.#known.set(key, share);
    return share;
  }

  #covered(moving: Body, other: Body, way: Vector3): number {
    const points = this.#points.get(moving) ?? pointsOn(moving);
    this.#points.set(moving, points);
    const facing = points.filter(({ at, normal }) => normal.dot(way) > 0.3 && other.box.containsPoint(at));
    const ray = new Ray(new Vector3(), way.clone());
    const met = facing.filter(({ at }) => {
      ray.origin.copy(at).addScaledVector(way, off);
      return other.bvh.raycastFirst(ray, DoubleSide) !== null;
    });
    return facing.length === 0 ? 0 : met.length / facing.length;
  }
}

/** Points spread evenly over a body's surface, with the way each faces. */
function pointsOn({ geometry }: Body): { at: Vector3; normal: Vector3 }[] {
  const position = geometry.getAttribute('position');
  const index = geometry.getIndex();
  const triangle = new Triangle();
  const corner = (i: number) => index?.getX(i) ?? 0;
  const count = index?.count ?? 0;
  const load = (i: number) =>
    triangle.setFromAttributeAndIndices(position, corner(i), corner(i + 1), corner(i + 2));
  let area = 0;
  for (let i = 0; i + 2 < count; i += 3) area += load(i).getArea();
  const points: { at: Vector3; normal: Vector3 }[] = [];
  let passed = 0;
  for (let i = 0; i + 2 < count && area > 0; i += 3) {
    load(i);
    const upTo = passed + triangle.getArea();
    const normal = triangle.getNormal(new Vector3());
    while ((points.length + 0.5) * (area / samples) < upTo && points.length < samples) {
      // Two sequences that fill the square evenly, folded into the triangle.
      let [u, v] = [(points.length * 0.7548776662) % 1, (points.length * 0.569840291) % 1];
      if (u + v > 1) [u, v] = [1 - u, 1 - v];
      const at = triangle.a
        .clone()
        .addScaledVector(triangle.b, u)
        .addScaledVector(triangle.a, -u)
        .addScaledVector(triangle.c, v)
        .addScaledVector(triangle.a, -v);
      points.push({ at, normal });
    }
    passed = upTo;
  }
  return points;
}

/**
 * The sets of bodies that leave along `way` together: each holds its own members fast, and nothing that stays is in its
 * way. Strongly connected components of the blocking graph, smallest first.
 */
export function groupsAlong(bodies: readonly Body[], way: Vector3, blocking: Blocking): Body[][] {
  const blockers = new Map(
    bodies.map((body) => [
      body,
      bodies.filter((other) => other !== body && blocking.isBlocked(body, other, way)),
    ]),
  );
  const order = new Map<Body, number>();
  const low = new Map<Body, number>();
  const stack: Body[] = [];
  const onStack = new Set<Body>();
  const groups: Body[][] = [];
  const visit = (body: Body) => {
    order.set(body, order.size);
    low.set(body, order.get(body) ?? 0);
    stack.push(body);
    onStack.add(body);
    for (const other of blockers.get(body) ?? []) {
      if (!order.has(other)) visit(other);
      if (onStack.has(other)) low.set(body, Math.min(low.get(body) ?? 0, low.get(other) ?? 0));
    }
    if (low.get(body) !== order.get(body)) return;
    const group: Body[] = [];
    for (let one = stack.pop(); one; one = stack.pop()) {
      onStack.delete(one);
      group.push(one);
      if (one === body) break;
    }
    groups.push(group);
  };
  for (const body of bodies) if (!order.has(body)) visit(body);
  const free = groups.filter((group) =>
    group.every((body) => (blockers.get(body) ?? []).every((other) => group.includes(other))),
  );
  return free.filter((group) => group.length < bodies.length).sort((a, b) => a.length - b.length);
}
