import { darker, lighter, lit } from './paint.ts';
import { block, mark, patch, rounded, type Shape, type Solid, withMarks } from './solid.ts';
import { type Bounds, bounds, project, type Vec3 } from './space.ts';

/** A door, a drawer or a gap of a cabinet's front, in shares of its width and height from the lower left. */
export interface Cell {
  u: readonly [from: number, to: number];
  v: readonly [from: number, to: number];
  handle?: 'left' | 'right' | 'middle' | 'groove';
  face?: 'door' | 'mirror' | 'open';
}

const front: Vec3 = [0, -1, 0];

/** A closed body whose front is divided into cells. */
export function cabinet(at: Bounds, paint: string, cells: Cell[], metal: string): Solid {
  const gap = Math.min(at.x1 - at.x0, at.z1 - at.z0) * 0.012;
  const marks = cells.flatMap((cell) => cellMarks(at, paint, cell, metal, gap));
  return withMarks(block(at, paint), ...marks);
}

function cellMarks(at: Bounds, paint: string, cell: Cell, metal: string, gap: number): Shape[] {
  const width = at.x1 - at.x0;
  const height = at.z1 - at.z0;
  const x = at.x0 + cell.u[0] * width + gap;
  const z = at.z0 + cell.v[0] * height + gap;
  const w = (cell.u[1] - cell.u[0]) * width - 2 * gap;
  const h = (cell.v[1] - cell.v[0]) * height - 2 * gap;
  if (cell.face === 'open') return opening(at, paint, x, z, w, h);
  const seam = { stroke: darker(lit(paint, front), 0.34), width: gap * 0.9 };
  const fill = cell.face === 'mirror' ? '#bccad0' : lighter(lit(paint, front), 0.07);
  const marks = [mark(rounded(x, z, w, h, gap), 'y', at.y0, fill, seam)];
  if (cell.face === 'mirror') marks.push(...glints(x, z, w, h, at.y0));
  if (cell.handle) marks.push(handle(cell.handle, at, { x, z, w, h }, metal, gap));
  return marks;
}

interface Box {
  x: number;
  z: number;
  w: number;
  h: number;
}

function handle(
  kind: NonNullable<Cell['handle']>,
  at: Bounds,
  { x, z, w, h }: Box,
  metal: string,
  gap: number,
): Shape {
  const thick = Math.max(gap * 1.6, 10);
  if (kind === 'groove') return mark(rounded(x, z + h - thick, w, thick, 0), 'y', at.y0, darker(metal, 0.45));
  if (kind === 'middle') {
    const long = Math.min(w * 0.3, 180);
    return mark(rounded(x + (w - long) / 2, z + h * 0.58, long, thick, thick), 'y', at.y0, metal);
  }
  const long = Math.min(h * 0.24, 260);
  const inset = Math.min(w * 0.08, 40);
  const hx = kind === 'left' ? x + inset : x + w - inset - thick;
  return mark(rounded(hx, z + h * 0.46, thick, long, thick), 'y', at.y0, metal);
}

/** Two slanting lights on glass. */
export function glints(x: number, z: number, w: number, h: number, y: number): Shape[] {
  const slant = (from: number, to: number) =>
    patch(
      [
        [x + w * from, y, z + h * 0.08],
        [x + w * to, y, z + h * 0.08],
        [x + w * Math.min(to + 0.3, 1), y, z + h * 0.92],
        [x + w * Math.min(from + 0.3, 1), y, z + h * 0.92],
      ],
      '#ffffff',
      { opacity: 0.28 },
    );
  return [slant(0.12, 0.34), slant(0.42, 0.5)];
}

/** A recess: what is seen of its back, left wall and floor; `things` stand in it. */
export function opening(
  at: Bounds,
  paint: string,
  x: number,
  z: number,
  w: number,
  h: number,
  things: Shape[] = [],
): Shape[] {
  const clip = (
    [
      [x, at.y0, z],
      [x + w, at.y0, z],
      [x + w, at.y0, z + h],
      [x, at.y0, z + h],
    ] as Vec3[]
  ).map(project);
  const back = at.y1 - 8;
  const wall: Vec3[] = [
    [x, at.y0, z],
    [x, back, z],
    [x, back, z + h],
    [x, at.y0, z + h],
  ];
  const floor: Vec3[] = [
    [x, at.y0, z],
    [x + w, at.y0, z],
    [x + w, back, z],
    [x, back, z],
  ];
  return [
    { points: clip, fill: darker(paint, 0.4), closed: true },
    patch(wall, darker(paint, 0.24), { clip }),
    patch(floor, darker(paint, 0.1), { clip }),
    ...things.map((thing) => ({ ...thing, clip })),
  ];
}

const spines = ['#b25a35', '#43719f', '#e2c893', '#628f6e', '#64717b', '#d6a233', '#8a4f6d'];

/** Books on a shelf, the last one leaning on nothing: `count` of them from x on. */
export function books(
  at: Bounds,
  x: number,
  z: number,
  height: number,
  count: number,
  start: number,
): Shape[] {
  const y = at.y0 + (at.y1 - at.y0) * 0.3;
  let along = x;
  return Array.from({ length: count }, (_, index) => {
    const paint = spines[(start + index) % spines.length] ?? '#64717b';
    const thick = 26 + ((start * 7 + index * 11) % 22);
    const tall = height * (0.6 + ((start + index * 5) % 7) * 0.045);
    const book = patch(
      [
        [along, y, z],
        [along + thick, y, z],
        [along + thick, y, z + tall],
        [along, y, z + tall],
      ],
      paint,
    );
    along += thick + 3;
    return book;
  });
}

/** Four legs under a body, set in by `inset`. */
export function legs(at: Bounds, height: number, thick: number, inset: number, paint: string): Solid[] {
  return [at.x0 + inset, at.x1 - inset - thick].flatMap((x) =>
    [at.y0 + inset, at.y1 - inset - thick].map((y) => block(bounds(x, y, 0, thick, thick, height), paint)),
  );
}
