/** Millimetres: x to the right, y away from the viewer, z up. */
export type Vec3 = readonly [x: number, y: number, z: number];
export type Point = readonly [x: number, y: number];

export interface Bounds {
  x0: number;
  y0: number;
  z0: number;
  x1: number;
  y1: number;
  z1: number;
}

const degrees = Math.PI / 180;
/** Seen a little from the right and from above, without perspective. */
const turn = 31 * degrees;
const tilt = 21 * degrees;

/** On the page, y downwards. */
export function project([x, y, z]: Vec3): Point {
  const away = -x * Math.sin(turn) + y * Math.cos(turn);
  return [x * Math.cos(turn) + y * Math.sin(turn), -z * Math.cos(tilt) - away * Math.sin(tilt)];
}

/** Towards the viewer; a face is seen when its normal leans this way. */
export const viewer: Vec3 = [
  Math.sin(turn) * Math.cos(tilt),
  -Math.cos(turn) * Math.cos(tilt),
  Math.sin(tilt),
];

export const dot = (a: Vec3, b: Vec3): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];

export function bounds(x0: number, y0: number, z0: number, w: number, d: number, h: number): Bounds {
  return { x0, y0, z0, x1: x0 + w, y1: y0 + d, z1: z0 + h };
}

export function boundsOf(points: Vec3[], margin = 0): Bounds {
  const along = (axis: 0 | 1 | 2) => points.map((point) => point[axis]);
  return {
    x0: Math.min(...along(0)) - margin,
    y0: Math.min(...along(1)) - margin,
    z0: Math.min(...along(2)) - margin,
    x1: Math.max(...along(0)) + margin,
    y1: Math.max(...along(1)) + margin,
    z1: Math.max(...along(2)) + margin,
  };
}

/** Convex hull, counter-clockwise on the page (Andrew's monotone chain). */
export function hull(points: Point[]): Point[] {
  const sorted = [...points].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const half = (run: Point[]) => {
    const chain: Point[] = [];
    for (const point of run) {
      while (chain.length > 1 && turnOf(chain.at(-2) as Point, chain.at(-1) as Point, point) <= 0)
        chain.pop();
      chain.push(point);
    }
    return chain.slice(0, -1);
  };
  return [...half(sorted), ...half(sorted.toReversed())];
}

const turnOf = (a: Point, b: Point, c: Point) =>
  (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);
