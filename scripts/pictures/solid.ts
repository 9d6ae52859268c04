import { darker, lighter, lit } from './paint.ts';
import { type Bounds, boundsOf, dot, hull, type Point, project, type Vec3, viewer } from './space.ts';

/** A flat patch or a line on the page. */
export interface Shape {
  points: Point[];
  /** A colour, or a `Gradient`. */
  fill?: string | Gradient;
  stroke?: string;
  /** Of the stroke, in millimetres. */
  width?: number;
  opacity?: number;
  closed: boolean;
  /** Nothing is drawn outside it. */
  clip?: Point[];
}

/** Across a round body from left to right, or over a ball from its bright spot. */
export interface Gradient {
  paint: string;
  kind: 'round' | 'ball';
}

/** Something with a place in space, so that nearer things are drawn over farther ones. */
export interface Solid {
  bounds: Bounds;
  shapes: Shape[];
}

export type Plane = Point[];
type Axis = 'x' | 'y' | 'z';

/** A corner of the outline in its plane: (x, z) for axis y, (x, y) for z, (y, z) for x. */
const place = (axis: Axis, [u, v]: Point, at: number): Vec3 =>
  axis === 'y' ? [u, at, v] : axis === 'z' ? [u, v, at] : [at, u, v];

export const patch = (points: Vec3[], fill: string, more: Partial<Shape> = {}): Shape => ({
  points: points.map(project),
  fill,
  closed: true,
  ...more,
});

/** An outline (counter-clockwise) drawn out along an axis; sides are shaded one by one, so that round ones look round. */
export function prism(outline: Plane, axis: Axis, from: number, to: number, paint: string): Solid {
  const shapes: Shape[] = [];
  outline.forEach((a, index) => {
    const b = outline[(index + 1) % outline.length] as Point;
    const [du, dv] = [b[0] - a[0], b[1] - a[1]];
    const length = Math.hypot(du, dv) || 1;
    const out: Point = [dv / length, -du / length];
    const normal: Vec3 =
      axis === 'y' ? [out[0], 0, out[1]] : axis === 'z' ? [out[0], out[1], 0] : [0, out[0], out[1]];
    if (dot(normal, viewer) <= 0.001) return;
    const corners = [place(axis, a, from), place(axis, b, from), place(axis, b, to), place(axis, a, to)];
    const fill = lit(paint, normal);
    shapes.push(patch(corners, fill, { stroke: fill }));
  });
  const end = axis === 'y' ? from : to;
  const normal: Vec3 = axis === 'y' ? [0, -1, 0] : axis === 'z' ? [0, 0, 1] : [1, 0, 0];
  const cap = outline.map((point) => place(axis, point, end));
  shapes.push(patch(cap, lit(paint, normal)));
  const all = [...cap, ...outline.map((point) => place(axis, point, from + to - end))];
  return { bounds: boundsOf(all), shapes };
}

/** A rectangle's outline with rounded corners. */
export function rounded(u: number, v: number, w: number, h: number, r: number, steps = 5): Plane {
  const radius = Math.min(r, w / 2, h / 2);
  if (radius <= 0)
    return [
      [u, v],
      [u + w, v],
      [u + w, v + h],
      [u, v + h],
    ];
  const corner = (cu: number, cv: number, start: number): Plane =>
    Array.from({ length: steps + 1 }, (_, step) => {
      const angle = start + (step / steps) * (Math.PI / 2);
      return [cu + radius * Math.cos(angle), cv + radius * Math.sin(angle)] as const;
    });
  return [
    ...corner(u + w - radius, v + radius, -Math.PI / 2),
    ...corner(u + w - radius, v + h - radius, 0),
    ...corner(u + radius, v + h - radius, Math.PI / 2),
    ...corner(u + radius, v + radius, Math.PI),
  ];
}

/** A block; `round` softens the edges that run along `axis`. */
export function block(at: Bounds, paint: string, { round = 0, axis = 'y' as Axis } = {}): Solid {
  const { x0, y0, z0, x1, y1, z1 } = at;
  if (axis === 'z') return prism(rounded(x0, y0, x1 - x0, y1 - y0, round), 'z', z0, z1, paint);
  if (axis === 'x') return prism(rounded(y0, z0, y1 - y0, z1 - z0, round), 'x', x0, x1, paint);
  return prism(rounded(x0, z0, x1 - x0, z1 - z0, round), 'y', y0, y1, paint);
}

const ring = (x: number, y: number, z: number, r: number): Vec3[] =>
  Array.from({ length: 28 }, (_, step) => {
    const angle = (step / 28) * Math.PI * 2;
    return [x + r * Math.cos(angle), y + r * Math.sin(angle), z] as const;
  });

/** An upright round body, `r0` wide at the foot and `r1` at the top. */
export function drum(
  x: number,
  y: number,
  z0: number,
  z1: number,
  r0: number,
  r1: number,
  paint: string,
): Solid {
  const foot = ring(x, y, z0, r0);
  const top = ring(x, y, z1, r1);
  const r = Math.max(r0, r1);
  return {
    bounds: { x0: x - r, y0: y - r, z0, x1: x + r, y1: y + r, z1 },
    shapes: [
      { points: hull([...foot, ...top].map(project)), fill: { paint, kind: 'round' }, closed: true },
      patch(top, lit(paint, [0, 0, 1])),
    ],
  };
}

export function ball(x: number, y: number, z: number, r: number, paint: string, flat = 1): Solid {
  const [cx, cy] = project([x, y, z]);
  const points = Array.from({ length: 40 }, (_, step): Point => {
    const angle = (step / 40) * Math.PI * 2;
    return [cx + r * Math.cos(angle), cy + r * flat * Math.sin(angle)];
  });
  return {
    bounds: { x0: x - r, y0: y - r, z0: z - r * flat, x1: x + r, y1: y + r, z1: z + r * flat },
    shapes: [{ points, fill: { paint, kind: 'ball' }, closed: true }],
  };
}

/** A bar along a line of points, lit from the left. */
export function tube(points: Vec3[], width: number, paint: string): Solid {
  const line = points.map(project);
  const bright = line.map(([x, y]): Point => [x - width * 0.16, y - width * 0.06]);
  return {
    bounds: boundsOf(points, width / 2),
    shapes: [
      { points: line, stroke: darker(paint, 0.2), width, closed: false },
      { points: bright, stroke: lighter(paint, 0.06), width: width * 0.56, closed: false },
    ],
  };
}

/** Adds what is painted on a solid; it is drawn with it. */
export function withMarks(solid: Solid, ...marks: Shape[]): Solid {
  return { ...solid, shapes: [...solid.shapes, ...marks] };
}

/** An outline on the front (axis y), top (z) or right (x) side at that coordinate. */
export function mark(outline: Plane, axis: Axis, at: number, fill: string, more: Partial<Shape> = {}): Shape {
  return patch(
    outline.map((point) => place(axis, point, at)),
    fill,
    more,
  );
}
