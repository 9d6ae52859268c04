import { Triangle, Vector3 } from 'three';
import type { Body } from './bodies.ts';

/** What stays the same however a body lies: for telling copies from others, and round bars from boards. */
export interface Shape {
  /** Square metres. */
  area: number;
  /** Cubic metres; no sense in it where the surface has holes. */
  volume: number;
  /** How far the surface spreads along its three main axes, in metres, the longest first. */
  spreads: [number, number, number];
  /** The main axes, in the order of `spreads`; of length 1. */
  axes: [Vector3, Vector3, Vector3];
  middle: Vector3;
}

const known = new WeakMap<Body, Shape>();

export function bodyShape(body: Body): Shape {
  const shape = known.get(body) ?? measure(body);
  known.set(body, shape);
  return shape;
}

/** Equal bodies, whatever way they lie; mirror images are equal too. */
export function isSameShape(a: Body, b: Body): boolean {
  const [one, other] = [bodyShape(a), bodyShape(b)];
  const near = (x: number, y: number, grain: number) => Math.abs(x - y) <= 0.01 * Math.max(x, y) + grain;
  return (
    near(one.area, other.area, 1e-6) &&
    one.spreads.every((spread, i) => near(spread, other.spreads[i] ?? 0, 0.0003))
  );
}

function measure(body: Body): Shape {
  const position = body.geometry.getAttribute('position');
  const index = body.geometry.getIndex();
  const triangle = new Triangle();
  const corners = [triangle.a, triangle.b, triangle.c];
  const middle = new Vector3();
  const centre = new Vector3();
  const edge = new Vector3();
  const count = index?.count ?? 0;
  const each = (visit: (area: number) => void) => {
    for (let i = 0; i + 2 < count; i += 3) {
      triangle.setFromAttributeAndIndices(
        position,
        index?.getX(i) ?? 0,
        index?.getX(i + 1) ?? 0,
        index?.getX(i + 2) ?? 0,
      );
      const area = triangle.getArea();
      if (area > 0) visit(area);
    }
  };
  let area = 0;
  let volume = 0;
  each((one) => {
    area += one;
    middle.addScaledVector(triangle.getMidpoint(centre), one);
    volume += triangle.a.dot(edge.crossVectors(triangle.b, triangle.c)) / 6;
  });
  middle.divideScalar(area || 1);
  // The second moments of a triangle: its corners and its middle, weighted 1:1:1:9, over 12.
  const moments = [0, 0, 0, 0, 0, 0];
  const add = (point: Vector3, weight: number) => {
    const [x, y, z] = [point.x - middle.x, point.y - middle.y, point.z - middle.z];
    [x * x, y * y, z * z, x * y, x * z, y * z].forEach((value, i) => {
      moments[i] = (moments[i] ?? 0) + value * weight;
    });
  };
  each((one) => {
    for (const corner of corners) add(corner, one / 12);
    add(triangle.getMidpoint(centre), (one * 9) / 12);
  });
  const [xx = 0, yy = 0, zz = 0, xy = 0, xz = 0, yz = 0] = moments.map((value) => value / (area || 1));
  const { values, vectors } = eigen([
    [xx, xy, xz],
    [xy, yy, yz],
    [xz, yz, zz],
  ]);
  return {
    area,
    volume: Math.abs(volume),
    spreads: values.map((value) => Math.sqrt(Math.max(0, value))) as Shape['spreads'],
    axes: vectors,
    middle,
  };
}

type Row = [number, number, number];

/** Eigenvalues, the largest first, and vectors of a symmetric matrix, by Jacobi's rotations. */
function eigen(matrix: [Row, Row, Row]): { values: Row; vectors: Shape['axes'] } {
  const m = matrix;
  const v: [Row, Row, Row] = [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ];
  const pairs = [
    [0, 1],
    [0, 2],
    [1, 2],
  ] as const;
  for (let sweep = 0; sweep < 24; sweep++) {
    for (const [p, q] of pairs) {
      if (Math.abs(m[p][q]) < 1e-300) continue;
      const theta = (m[q][q] - m[p][p]) / (2 * m[p][q]);
      const t = Math.sign(theta || 1) / (Math.abs(theta) + Math.hypot(theta, 1));
      const c = 1 / Math.hypot(t, 1);
      const s = t * c;
      for (const i of [0, 1, 2] as const) {
        const [ip, iq] = [m[i][p], m[i][q]];
        m[i][p] = c * ip - s * iq;
        m[i][q] = s * ip + c * iq;
      }
      for (const i of [0, 1, 2] as const) {
        const [pi, qi] = [m[p][i], m[q][i]];
        m[p][i] = c * pi - s * qi;
        m[q][i] = s * pi + c * qi;
        const [vip, viq] = [v[i][p], v[i][q]];
        v[i][p] = c * vip - s * viq;
        v[i][q] = s * vip + c * viq;
      }
    }
  }
  const order = ([0, 1, 2] as const).toSorted((a, b) => m[b][b] - m[a][a]);
  return {
    values: order.map((i) => m[i][i]) as Row,
    vectors: order.map((i) => new Vector3(v[0][i], v[1][i], v[2][i]).normalize()) as Shape['axes'],
  };
}
