import { books, type Cell, cabinet, glints, legs, opening } from '../cabinet.ts';
import type { Draw } from '../item.ts';
import { darker, steel } from '../paint.ts';
import { block, mark, rounded, type Solid, tube, withMarks } from '../solid.ts';
import { bounds } from '../space.ts';

const floor = (solids: Solid[]) => ({ solids, stands: 'floor' as const });
const wall = (solids: Solid[]) => ({ solids, stands: 'wall' as const });

/** Doors side by side over a drawer. */
export const wardrobe: Draw = ({ slug, w, d, h, paint, accent }) => {
  if (slug.includes('sliding')) {
    const cells: Cell[] = [
      { u: [0, 0.5], v: [0.02, 0.98], handle: 'right' },
      { u: [0.5, 1], v: [0.02, 0.98], face: 'mirror', handle: 'left' },
    ];
    return floor([cabinet(bounds(0, 0, 0, w, d, h), paint, cells, accent)]);
  }
  const small = h < 1600;
  const drawer = small ? 0.05 : 0.24;
  const cells: Cell[] = [
    { u: [0, 0.5], v: [drawer, 0.99], handle: 'right' },
    { u: [0.5, 1], v: [drawer, 0.99], handle: 'left' },
  ];
  if (!small) cells.push({ u: [0, 1], v: [0.04, drawer], handle: 'middle' });
  const metal = small ? accent : darker(steel, 0.4);
  return floor([cabinet(bounds(0, 0, 0, w, d, h), paint, cells, metal)]);
};

export const bookcase: Draw = ({ w, d, h, paint }) => {
  const at = bounds(0, 0, 0, w, d, h);
  const board = 24;
  const count = 5;
  const cell = (h - 70 - board) / count;
  const marks = Array.from({ length: count }, (_, row) => {
    const z = 70 + row * cell;
    const high = cell - board;
    const filled = [7, 0, 9, 5, 3][row] ?? 0;
    return opening(
      at,
      paint,
      board,
      z,
      w - 2 * board,
      high,
      books(at, 60 + row * 30, z, high, filled, row * 2),
    );
  });
  return floor([withMarks(block(at, paint), ...marks.flat())]);
};

export const cubeShelf: Draw = ({ w, d, h, paint }) => {
  const at = bounds(0, 0, 0, w, d, h);
  const board = 34;
  const cw = (w - board) / 2;
  const ch = (h - board) / 4;
  const marks = Array.from({ length: 8 }, (_, index) => {
    const x = board + (index % 2) * cw;
    const z = board + Math.floor(index / 2) * ch;
    const filled = [0, 6, 5, 0, 0, 4, 6, 0][index] ?? 0;
    return opening(at, paint, x, z, cw - board, ch - board, books(at, x + 40, z, ch - board, filled, index));
  });
  return floor([withMarks(block(at, paint), ...marks.flat())]);
};

export const wallShelf: Draw = ({ w, d, h, paint }) => {
  const board = block(bounds(0, 0, 0, w, d, h), paint);
  const row = [60, 104, 142, 190].map((x, index) =>
    block(
      bounds(x, 60, h, 34 + (index % 2) * 8, 130, 190 + ((index * 37) % 60)),
      ['#b25a35', '#43719f', '#e2c893', '#628f6e'][index] ?? paint,
    ),
  );
  const pot = block(bounds(w - 230, 60, h, 120, 120, 110), '#e4775f', { round: 40, axis: 'z' });
  const leaves = [-40, 0, 45].map((lean) =>
    tube(
      [
        [w - 170, 120, h + 110],
        [w - 170 + lean, 120, h + 250 - Math.abs(lean)],
      ],
      34,
      '#628f6e',
    ),
  );
  return wall([board, ...row, pot, ...leaves]);
};

export const ladderShelf: Draw = ({ w, d, h, paint }) => {
  const rails = [20, w - 20].map((x) =>
    tube(
      [
        [x, 0, 0],
        [x, d, h],
      ],
      42,
      paint,
    ),
  );
  const shelves = [0.14, 0.37, 0.6, 0.83].map((share) => {
    const front = d * share;
    return block(bounds(36, front - 30, h * share, w - 72, d - front + 20, 24), paint);
  });
  return floor([rails[0] as Solid, ...shelves, rails[1] as Solid]);
};

export const drawers: Draw = ({ w, d, h, paint }) => {
  const rows = 3;
  const cells: Cell[] = Array.from({ length: 6 }, (_, index) => ({
    u: index % 2 === 0 ? [0, 0.5] : [0.5, 1],
    v: [0.05 + (Math.floor(index / 2) * 0.93) / rows, 0.05 + ((Math.floor(index / 2) + 1) * 0.93) / rows],
    handle: 'middle',
  }));
  return floor([cabinet(bounds(0, 0, 0, w, d, h), paint, cells, darker(steel, 0.3))]);
};

export const bedsideTable: Draw = ({ w, d, h, paint }) => {
  const body = bounds(0, 0, 90, w, d, h - 90);
  const cells: Cell[] = [
    { u: [0, 1], v: [0.58, 1], handle: 'middle' },
    { u: [0.03, 0.97], v: [0.05, 0.56], face: 'open' },
  ];
  return floor([
    ...legs(bounds(0, 0, 0, w, d, h), 90, 36, 26, paint),
    cabinet(body, paint, cells, darker(steel, 0.3)),
  ]);
};

export const tvBench: Draw = ({ w, d, h, paint, accent }) => {
  const body = bounds(0, 0, 90, w, d, h - 90);
  const cells: Cell[] = [
    { u: [0, 0.34], v: [0, 1], handle: 'groove' },
    { u: [0.35, 0.65], v: [0.06, 0.94], face: 'open' },
    { u: [0.66, 1], v: [0, 1], handle: 'groove' },
  ];
  return floor([...legs(body, 90, 44, 50, accent), cabinet(body, paint, cells, accent)]);
};

export const sideboard: Draw = ({ w, d, h, paint }) => {
  const body = bounds(0, 0, 170, w, d, h - 170);
  const third = 1 / 3;
  const cells: Cell[] = [
    { u: [0, third], v: [0, 1], handle: 'right' },
    ...[0, 1, 2].map(
      (row): Cell => ({ u: [third, 2 * third], v: [row * third, (row + 1) * third], handle: 'middle' }),
    ),
    { u: [2 * third, 1], v: [0, 1], handle: 'left' },
  ];
  return floor([...legs(body, 170, 34, 60, '#3a3b3e'), cabinet(body, paint, cells, '#c49e4c')]);
};

export const shoeCabinet: Draw = ({ w, d, h, paint }) => {
  const cells = [0, 1, 2].map(
    (row): Cell => ({
      u: [0, 1],
      v: [0.03 + row * 0.32, 0.03 + (row + 1) * 0.32],
      handle: 'groove',
    }),
  );
  return floor([cabinet(bounds(0, 0, 0, w, d, h), paint, cells, steel)]);
};

export const bathroomCabinet: Draw = ({ w, d, h, paint }) =>
  wall([
    cabinet(
      bounds(0, 0, 0, w, d, h),
      paint,
      [{ u: [0, 1], v: [0, 1], face: 'mirror', handle: 'right' }],
      steel,
    ),
  ]);

export const mirror: Draw = ({ w, h, paint }) => {
  const rim = 34;
  const frame = block(bounds(0, 0, 0, w, 40, h), paint);
  return wall([
    withMarks(
      frame,
      mark(rounded(rim, rim, w - 2 * rim, h - 2 * rim, 4), 'y', 0, '#bccad0'),
      ...glints(rim, rim, w - 2 * rim, h - 2 * rim, 0),
    ),
  ]);
};

export const toyChest: Draw = ({ w, d, h, paint, accent }) => {
  const box = cabinet(bounds(0, 0, 0, w, d, h - 40), paint, [{ u: [0.04, 0.96], v: [0.1, 0.92] }], steel);
  const hole = mark(rounded(w / 2 - 70, h * 0.6, 140, 44, 22), 'y', 0, darker(paint, 0.45));
  return floor([withMarks(box, hole), block(bounds(-14, -14, h - 40, w + 28, d + 20, 40), accent)]);
};

export const coatRack: Draw = ({ w, h, paint }) => {
  const c = w / 2;
  const pole = tube(
    [
      [c, c, 60],
      [c, c, h],
    ],
    46,
    paint,
  );
  const feet = [
    [0, c],
    [w, c],
    [c, 0],
    [c, w],
  ].map(([x = 0, y = 0]) =>
    tube(
      [
        [c, c, 110],
        [x, y, 16],
      ],
      38,
      paint,
    ),
  );
  const pegs = [0.94, 0.78].flatMap((share) =>
    [
      [-1, 0],
      [1, 0],
      [0, -1],
      [0, 1],
    ].map(([x = 0, y = 0]) =>
      tube(
        [
          [c, c, h * share],
          [c + x * 150, c + y * 150, h * share + 95],
        ],
        30,
        paint,
      ),
    ),
  );
  const ring = tube(
    Array.from(
      { length: 25 },
      (_, i) => [c + 120 * Math.cos(i * 0.262), c + 120 * Math.sin(i * 0.262), 430] as const,
    ),
    14,
    steel,
  );
  return floor([...feet, pole, ring, ...pegs]);
};
