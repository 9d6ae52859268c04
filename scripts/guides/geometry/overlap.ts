import Module, { type Manifold } from 'manifold-3d';
import { Vector3 } from 'three';
import type { Body } from './bodies.ts';
import { collides } from './clearance.ts';

const kernel = await Module();
kernel.setup();

/** Metres that two pieces may be in one another and still count as touching. */
export const restTolerance = 0.001;

const solids = new WeakMap<Body, { solid: Manifold | undefined }>();

/** The body as a closed solid, or `undefined` where its surface has holes and holds no volume. */
export function solidOf(body: Body): Manifold | undefined {
  const known = solids.get(body);
  if (known) return known.solid;
  const solid = closed(body);
  solids.set(body, { solid });
  return solid;
}

function closed(body: Body): Manifold | undefined {
  const position = body.geometry.getAttribute('position');
  const mesh = new kernel.Mesh({
    numProp: 3,
    vertProperties: Float32Array.from(position.array),
    triVerts: Uint32Array.from(body.geometry.getIndex()?.array ?? []),
  });
  mesh.merge();
  try {
    const solid = kernel.Manifold.ofMesh(mesh);
    return solid.status() === 'NoError' && !solid.isEmpty() && solid.volume() > 0 ? solid : undefined;
  } catch {
    // The kernel throws where a surface is not closed.
    return undefined;
  }
}

/**
 * How deep two bodies are in one another where they stand, in metres: the shortest side of the box around the room they
 * share; 0 where they share none. Of a body whose surface has holes only the surface is known: the depth is then that of
 * the boxes, the most that it can be.
 */
export function overlapDepth(a: Body, b: Body): number {
  const shared = a.box.clone().intersect(b.box);
  if (shared.isEmpty()) return 0;
  const most = Math.min(...shared.getSize(new Vector3()).toArray());
  if (most <= restTolerance) return most;
  const [first, second] = [solidOf(a), solidOf(b)];
  if (!first || !second) return collides(a, b, new Vector3()) ? most : 0;
  const room = kernel.Manifold.intersection(first, second);
  const depths = room.isEmpty()
    ? []
    : room.decompose().map((piece) => {
        const { min, max } = piece.boundingBox();
        return Math.min(max[0] - min[0], max[1] - min[1], max[2] - min[2]);
      });
  return Math.max(0, ...depths);
}

/** Neither moves: whichever is made a little smaller, the two still cross. */
const crossing = (a: Body, b: Body) => collides(a, b, new Vector3()) || collides(b, a, new Vector3());

/** Two bodies that are in one another where they stand. */
export interface RestOverlap {
  a: string;
  b: string;
  /** Metres. */
  depth: number;
}

/** Every pair that is deeper in one another than `restTolerance`, or whose surfaces cross, the deepest first. */
export function restOverlaps(bodies: readonly Body[]): RestOverlap[] {
  return bodies
    .flatMap((a, i) =>
      bodies
        .slice(i + 1)
        .filter((b) => a.box.intersectsBox(b.box))
        .map((b) => ({ a: a.node, b: b.node, depth: overlapDepth(a, b), cross: crossing(a, b) })),
    )
    .filter(({ depth, cross }) => depth > restTolerance || cross)
    .map(({ a, b, depth }) => ({ a, b, depth }))
    .sort((one, other) => other.depth - one.depth);
}
