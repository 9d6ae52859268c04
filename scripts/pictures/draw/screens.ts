import type { Draw } from '../item.ts';
import { darker, lighter, steel } from '../paint.ts';
import {
  block,
  drum,
  mark,
  patch,
  prism,
  rounded,
  type Shape,
  type Solid,
  tube,
  withMarks,
} from '../solid.ts';
import { bounds, type Vec3 } from '../space.ts';

const floor = (solids: Solid[]) => ({ solids, stands: 'floor' as const });
const glass = '#20262b';

/** A screen with hills and a low sun on it, in the plane that faces the viewer. */
function scene(x: number, z: number, w: number, h: number, y: number): Shape[] {
  const at = (u: number, v: number): Vec3 => [x + u * w, y, z + v * h];
  return [
    mark(rounded(x, z, w, h, w * 0.01), 'y', y, '#f0c79a'),
    patch(
      Array.from({ length: 16 }, (_, i) =>
        at(0.66 + 0.075 * Math.cos(i * 0.393), 0.56 + 0.13 * Math.sin(i * 0.393)),
      ),
      '#fbeccb',
    ),
    patch(
      [
        at(0, 0.3),
        at(0.22, 0.58),
        at(0.4, 0.4),
        at(0.6, 0.5),
        at(0.82, 0.3),
        at(1, 0.44),
        at(1, 0),
        at(0, 0),
      ],
      '#4d8a76',
    ),
    patch(
      [at(0, 0.18), at(0.3, 0.32), at(0.62, 0.14), at(0.84, 0.24), at(1, 0.18), at(1, 0), at(0, 0)],
      '#14563f',
    ),
    patch([at(0.04, 1), at(0.26, 1), at(0.02, 0.3), at(0, 0.3), at(0, 1)], '#ffffff', { opacity: 0.14 }),
  ];
}

export const television: Draw = ({ w, d, h, paint }) => {
  const z = 70;
  const rim = 14;
  const panel = block(bounds(0, d / 2 - 20, z, w, 40, h - z), paint, { round: 8 });
  const feet = [w * 0.18, w * 0.82].flatMap((x) => [
    tube(
      [
        [x, d / 2, z + 6],
        [x, 10, 6],
      ],
      18,
      paint,
    ),
    tube(
      [
        [x, d / 2, z + 6],
        [x, d - 10, 6],
      ],
      18,
      paint,
    ),
  ]);
  const picture = scene(rim, z + rim, w - 2 * rim, h - z - 2 * rim, d / 2 - 20);
  return floor([...feet, withMarks(panel, ...picture)]);
};

export const monitor: Draw = ({ w, d, h, paint }) => {
  const z = h - 365;
  const rim = 12;
  return floor([
    block(bounds(w / 2 - 130, 0, 0, 260, d, 14), paint, { round: 24, axis: 'z' }),
    block(bounds(w / 2 - 40, d * 0.62, 14, 80, 26, z + 120), darker(paint, 0.1)),
    withMarks(
      block(bounds(0, d * 0.4, z, w, 34, 365), paint, { round: 8 }),
      mark(rounded(4, z + 4, w - 8, 357, 6), 'y', d * 0.4, glass),
      ...scene(rim, z + rim, w - 2 * rim, 365 - 2 * rim, d * 0.4),
    ),
  ]);
};

export const laptop: Draw = ({ w, d, h, paint }) => {
  const lean = 60;
  const tall = 208;
  const base = block(bounds(0, 0, 0, w, d, h), paint, { round: 14, axis: 'z' });
  const keys = Array.from({ length: 4 }, (_, row) =>
    Array.from({ length: 11 }, (_, column) =>
      mark(rounded(20 + column * 25.2, d - 40 - row * 24, 21, 19, 2, 1), 'z', h, darker(paint, 0.55)),
    ),
  ).flat();
  const pad = mark(rounded(w / 2 - 48, 14, 96, 60, 6), 'z', h, darker(paint, 0.14));
  const up = (u: number, v: number): Vec3 => [u, d + lean * v, h + tall * v];
  const lid = (inset: number, fill: string, lift: number) => {
    const [a, b] = [inset, w - inset];
    const [low, high] = [inset / tall + 0.02, 1 - inset / tall];
    return patch(
      [up(a, low), up(b, low), up(b, high), up(a, high)].map(([x, y, z]) => [x, y - lift, z] as const),
      fill,
      {
        stroke: fill,
        width: 4,
      },
    );
  };
  const back = patch(
    [up(w, 0), [w + 2, d + 10, h], [w + 2, d + lean + 10, h + tall], up(w, 1)],
    darker(paint, 0.3),
  );
  const hill = patch(
    [
      up(10, 0.08),
      up(10, 0.3),
      up(90, 0.52),
      up(170, 0.3),
      up(230, 0.42),
      up(w - 10, 0.26),
      up(w - 10, 0.08),
    ],
    '#14563f',
  );
  const screen: Solid = {
    bounds: { x0: 0, y0: d, z0: h, x1: w, y1: d + lean, z1: h + tall },
    shapes: [lid(0, darker(paint, 0.05), 0), lid(8, glass, 1), lid(11, '#cfdcd6', 1), hill, back],
  };
  return floor([screen, withMarks(base, ...keys, pad)]);
};

/** A slab that leans against nothing, its screen to the viewer. */
function slab(w: number, h: number, thick: number, paint: string, rim: number, corner: number): Solid {
  const body = prism(rounded(0, 0, w, h, corner), 'y', 0, thick, paint);
  return withMarks(
    body,
    mark(rounded(rim * 0.3, rim * 0.3, w - rim * 0.6, h - rim * 0.6, corner * 0.9), 'y', 0, glass),
    mark(rounded(rim, rim, w - 2 * rim, h - 2 * rim, corner * 0.6), 'y', 0, '#cfdcd6'),
  );
}

const tile = (x: number, z: number, side: number, paint: string) =>
  mark(rounded(x, z, side, side, side * 0.24), 'y', 0, paint);
const tiles = ['#14563f', '#e4775f', '#43719f', '#d6a233', '#8fa38b', '#805539'];

export const tablet: Draw = ({ w: long, d: short, h: thick, paint, accent }) => {
  const body = slab(long, short, thick + 4, paint, 12, 14);
  const icons = Array.from({ length: 6 }, (_, i) => tile(34 + i * 32, 26, 22, tiles[i] ?? accent));
  const page = mark(rounded(34, 64, 108, 78, 6), 'y', 0, '#ffffff');
  const sun = mark(rounded(154, 64, 60, 78, 6), 'y', 0, '#f0c79a');
  return floor([withMarks(body, ...icons, page, sun)]);
};

export const phone: Draw = ({ w, h, d, paint, accent }) => {
  const front = slab(w, h, d, paint, 4, 11);
  const icons = Array.from({ length: 12 }, (_, i) =>
    tile(11 + (i % 3) * 18.4, 34 + Math.floor(i / 3) * 20, 13, tiles[(i * 5) % 6] ?? accent),
  );
  const bar = mark(rounded(w / 2 - 9, h - 12, 18, 4, 2), 'y', 0, glass);
  const other = prism(rounded(w * 0.62, 0, w, h, 11), 'y', 46, 46 + d, accent);
  const eye = [0, 1].map((i) =>
    mark(rounded(w * 1.36, h - 28 - i * 20, 14, 14, 7), 'y', 46, glass, { stroke: steel, width: 1.4 }),
  );
  return floor([withMarks(other, ...eye), withMarks(front, ...icons, bar)]);
};

export const doorbell: Draw = ({ w, d, h, paint, accent }) => {
  const body = block(bounds(0, 0, 0, w, d, h), paint, { round: 20 });
  const ringOf = (r: number, z: number, fill: string) =>
    mark(rounded(w / 2 - r, z - r, 2 * r, 2 * r, r, 8), 'y', 0, fill);
  return {
    solids: [
      withMarks(
        body,
        ringOf(15, h - 28, '#111316'),
        ringOf(9, h - 28, '#34505c'),
        ringOf(3, h - 25, '#dfeaf0'),
        ringOf(15, 30, '#6fd0a8'),
        ringOf(12, 30, lighter(accent, 0.1)),
      ),
    ],
    stands: 'wall',
  };
};

export const thermostat: Draw = ({ w, d, h, paint }) => {
  const c = w / 2;
  const disc = (r: number) => rounded(c - r, h / 2 - r, 2 * r, 2 * r, r, 10);
  const arc = Array.from({ length: 22 }, (_, i): Vec3 => {
    const angle = Math.PI * (1.25 - (i / 21) * 1.05);
    return [c + 36 * Math.cos(angle), 0, h / 2 + 36 * Math.sin(angle)];
  });
  const body = prism(disc(49), 'y', 0, d, paint);
  const digit = (x: number, spans: readonly (readonly [number, number, number, number])[]) =>
    spans.map(([u, v, du, dv]) => mark(rounded(x + u, h / 2 - 13 + v, du, dv, 1.4), 'y', 0, '#ffffff'));
  const two = [
    [0, 23, 13, 3.4],
    [9.6, 12, 3.4, 13],
    [0, 11.3, 13, 3.4],
    [0, 0, 3.4, 13],
    [0, 0, 13, 3.4],
  ] as const;
  const one = [[6, 0, 3.4, 26.4]] as const;
  return {
    solids: [
      withMarks(
        body,
        mark(disc(44), 'y', 0, glass),
        {
          points: arc.map((point) => patch([point], glass).points[0] ?? [0, 0]),
          stroke: '#ff8a4c',
          width: 4.5,
          closed: false,
        },
        ...digit(c - 15, two),
        ...digit(c + 4, one),
      ),
    ],
    stands: 'wall',
  };
};

export const webcam: Draw = ({ w, d, paint }) => {
  const z = 52;
  const disc = (r: number) => rounded(w / 2 - r, z + 22 - r, 2 * r, 2 * r, r, 8);
  return floor([
    drum(w / 2, d / 2, 0, 8, 30, 28, paint),
    tube(
      [
        [w / 2, d / 2, 8],
        [w / 2, d / 2, z],
      ],
      14,
      steel,
    ),
    withMarks(
      block(bounds(0, 0, z, w, d, 44), paint, { round: 22 }),
      mark(disc(17), 'y', 0, '#111316'),
      mark(disc(11), 'y', 0, '#34505c'),
      mark(rounded(w / 2 - 7, z + 25, 6, 6, 3), 'y', 0, '#dfeaf0'),
      mark(rounded(w - 16, z + 20, 4, 4, 2), 'y', 0, '#6fd0a8'),
    ),
  ]);
};
