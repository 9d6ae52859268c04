import Module, { type Manifold } from 'manifold-3d';
import type { Body } from './bodies.ts';

const kernel = await Module();
kernel.setup();

/** The body as a closed solid, or `undefined` where its surface has holes and holds no volume. */
export function solidOf(body: Body): Manifold | undefined {
  const position = body.geometry.getAttribute('position');
  const mesh = new kernel.Mesh({
    numProp: 3,
    vertProperties: Float32Array.from(position.array),
    triVerts: Uint32Array.from(body.geometry.getIndex()?.array ?? []),
  });
  mesh.merge();
  const solid = kernel.Manifold.ofMesh(mesh);
  return solid.status() === 'NoError' && !solid.isEmpty() ? solid : undefined;
}

/**
 * How deep two solids are in one another, in metres: the shortest side of the box around the room they share; 0 where
 * they share none.
 */
export function overlapDepth(a: Manifold, b: Manifold): number {
  const shared = kernel.Manifold.intersection(a, b);
  if (shared.isEmpty()) return 0;
  return Math.max(
    ...shared.decompose().map((piece) => {
      const { min, max } = piece.boundingBox();
      return Math.min(max[0] - min[0], max[1] - min[1], max[2] - min[2]);
    }),
  );
}
