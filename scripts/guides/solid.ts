import Module, { type CrossSection, type Manifold, type Vec3 } from 'manifold-3d';
import { CatmullRomCurve3, Vector3 } from 'three';

const kernel = await Module();
kernel.setup();

/** A closed body in metres. Bodies made here are centred on their own origin unless the maker says otherwise. */
export type Solid = Manifold;

/** Facets of a full circle: enough to look round at arm's length, few enough for a phone. */
const facets = 24;

/** A box with edges broken by `bevel`, as a sawn and sanded board has: sharp edges catch no light. */
export function board(width: number, height: number, depth: number, bevel = 0.0012): Solid {
  const core = (x: number, y: number, z: number) => kernel.Manifold.cube([x, y, z], true);
  const b = Math.min(bevel, width / 4, height / 4, depth / 4);
  return kernel.Manifold.hull([
    core(width, height - 2 * b, depth - 2 * b),
    core(width - 2 * b, height, depth - 2 * b),
    core(width - 2 * b, height - 2 * b, depth),
  ]);
}

export type Axis = 'x' | 'y' | 'z';

const along: Record<Axis, Vec3> = { x: [0, 90, 0], y: [-90, 0, 0], z: [0, 0, 0] };

/** A round bar along an axis. */
export function rod(diameter: number, length: number, axis: Axis, sides = facets): Solid {
  return kernel.Manifold.cylinder(length, diameter / 2, diameter / 2, sides, true).rotate(along[axis]);
}

/** A round pipe along an axis. */
export function pipe(diameter: number, wall: number, length: number, axis: Axis): Solid {
  return rod(diameter, length, axis).subtract(rod(diameter - 2 * wall, length * 1.1, axis));
}

/** `solid` with a round hole at each place, drilled `deep` metres in along an axis, centred on the place. */
export function drilled(solid: Solid, diameter: number, deep: number, axis: Axis, places: Vec3[]): Solid {
  const drill = rod(diameter, deep, axis, 12);
  return solid.subtract(kernel.Manifold.union(places.map((place) => drill.translate(place))));
}

/** A flat outline in x and y, pulled out to `thickness` along z and centred on it. Points run counter-clockwise. */
export function plate(outline: [number, number][], thickness: number): Solid {
  return kernel.Manifold.extrude(new kernel.CrossSection([outline]), thickness, 0, 0, [1, 1], true);
}

/** A rectangle in x and y with rounded corners, pulled out along z. */
export function roundedPlate(width: number, height: number, thickness: number, radius: number): Solid {
  const outline: CrossSection = kernel.CrossSection.square(
    [width - 2 * radius, height - 2 * radius],
    true,
  ).offset(radius, 'Round', 2, facets);
  return kernel.Manifold.extrude(outline, thickness, 0, 0, [1, 1], true);
}

/** A round rope that bends softly through points, such as a cable: a chain of hulls between spheres. It lies on the floor, not in it. */
export function rope(diameter: number, points: Vec3[], pieces = points.length * 4, sides = 8): Solid {
  const bead = kernel.Manifold.sphere(diameter / 2, sides);
  const beads = new CatmullRomCurve3(
    points.map((point) => new Vector3(...point)),
    false,
    'centripetal',
  )
    .getPoints(pieces)
    .map(({ x, y, z }) => bead.translate([x, Math.max(y, diameter / 2), z]));
  return kernel.Manifold.union(
    beads.slice(1).map((end, i) => kernel.Manifold.hull([beads[i] as Manifold, end])),
  );
}

/** A soft curve through points in a plane: where it runs and which way is to its left, at shares 0-1 of its length. */
export function curve(
  points: [number, number][],
): (share: number) => { at: [number, number]; left: [number, number] } {
  const path = new CatmullRomCurve3(
    points.map(([x, y]) => new Vector3(x, y, 0)),
    false,
    'centripetal',
  );
  return (share) => {
    const at = path.getPointAt(share);
    const along = path.getTangentAt(share);
    return { at: [at.x, at.y], left: [-along.y, along.x] };
  };
}

/** A strip bent along a curve in z and y, `thickness` across it and `width` wide in x, as moulded plywood is. `off` moves it to the curve's left. */
export function bent(points: [number, number][], thickness: number, width: number, off = 0): Solid {
  const along = curve(points);
  const samples = Array.from({ length: 33 }, (_, i) => along(i / 32));
  const edge = (distance: number) =>
    samples.map(({ at, left }): [number, number] => [at[0] + left[0] * distance, at[1] + left[1] * distance]);
  const outline = [...edge(off - thickness / 2), ...edge(off + thickness / 2).reverse()];
  const strip = kernel.Manifold.extrude(
    new kernel.CrossSection([outline], 'NonZero'),
    width,
    0,
    0,
    [1, 1],
    true,
  );
  // The outline's x is the product's z: a quarter turn about the upright axis.
  return strip.rotate([0, -90, 0]);
}

/** A closed hoop with rounded corners in z and y, `thickness` of strip, `width` wide in x. */
export function hoop(corners: [number, number][], thickness: number, width: number, radius: number): Solid {
  const inner = new kernel.CrossSection([corners], 'NonZero')
    .offset(-radius, 'Round', 2, facets)
    .offset(radius - thickness / 2, 'Round', 2, facets * 2);
  const ring = inner.offset(thickness, 'Round', 2, facets * 2).subtract(inner);
  return kernel.Manifold.extrude(ring, width, 0, 0, [1, 1], true).rotate([0, -90, 0]);
}

export const joined = (...solids: Solid[]): Solid => kernel.Manifold.union(solids);

/** Positions, normals and triangles for a file. Edges sharper than 40 degrees stay edges; the rest is shaded round. */
export function mesh(solid: Solid): { positions: Float32Array; normals: Float32Array; indices: Uint32Array } {
  const made = solid.calculateNormals(0, 40).getMesh();
  const vertices = made.vertProperties.length / made.numProp;
  const positions = new Float32Array(vertices * 3);
  const normals = new Float32Array(vertices * 3);
  for (let i = 0; i < vertices; i++) {
    positions.set(made.vertProperties.subarray(i * made.numProp, i * made.numProp + 3), i * 3);
    normals.set(made.vertProperties.subarray(i * made.numProp + 3, i * made.numProp + 6), i * 3);
  }
  return { positions, normals, indices: made.triVerts };
}
