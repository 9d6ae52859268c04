import type { Vector } from '#protocol/guide';
import type { Piece } from '../../model-file.ts';
import { board, drilled, joined, plate, type Solid } from '../../solid.ts';

/** Metres. The Fenwick is 800 x 2020 x 280 mm, of 18 mm board with a 3 mm back. */
export const size = { width: 0.8, height: 2.02, depth: 0.28, board: 0.018, back: 0.003 };

const inner = size.width - 2 * size.board;
const boardDepth = size.depth - size.back;
/** Boards stand clear of the back panel, so their middle lies in front of the product's. */
const boardZ = size.back / 2;

export const sideX = (size.width - size.board) / 2;
/** The face of a side that looks into the bookcase, as a distance from the middle. */
export const faceX = inner / 2;
export const plinthHeight = 0.06;
export const boardY = {
  bottom: plinthHeight + size.board / 2,
  fixed: 1.02,
  top: size.height - size.board / 2,
} as const;
export const looseY = [0.39, 0.7, 1.35, 1.68];
/** Front and back row of fittings, as z. */
export const rows: [number, number] = [boardZ + 0.09, boardZ - 0.09];

const side = (holesOn: 1 | -1): Solid => {
  const blank = board(size.board, size.height, boardDepth);
  const face = (holesOn * size.board) / 2;
  const at = (y: number, z: number): Vector => [face, y - size.height / 2, z - boardZ];
  const fittings = Object.values(boardY).flatMap((y) => rows.map((z) => at(y, z)));
  const pins = looseY.flatMap((y) =>
    [-0.032, 0, 0.032].flatMap((up) => rows.map((z) => at(y - 0.012 + up, z))),
  );
  return drilled(drilled(blank, 0.007, 0.024, 'x', fittings), 0.005, 0.02, 'x', pins);
};

const cross = (() => {
  const blank = board(inner, size.board, boardDepth);
  const cams = rows.flatMap((z): Vector[] =>
    [-1, 1].map((end) => [end * (inner / 2 - 0.034), -size.board / 2, z - boardZ]),
  );
  return drilled(blank, 0.015, 0.025, 'y', cams);
})();

const loose = board(inner - 0.003, size.board, boardDepth - 0.015);
const plinth = board(inner, plinthHeight, size.board);
const backHeight = size.height / 2 - 0.001;
const back = board(size.width - 0.004, backHeight, size.back, 0.0004);
const bracket = joined(
  plate(
    [
      [-0.02, 0],
      [0.02, 0],
      [0.02, 0.05],
      [-0.02, 0.05],
    ],
    0.002,
  ),
  board(0.04, 0.002, 0.05, 0.0002).translate([0, 0.001, 0.024]),
);

/** Every body of the bookcase at its final place. */
export const pieces: Piece[] = [
  { node: 'side-left', solid: side(1), material: 'beech', at: [-sideX, size.height / 2, boardZ] },
  { node: 'side-right', solid: side(-1), material: 'beech', at: [sideX, size.height / 2, boardZ] },
  { node: 'board-top', solid: cross, material: 'beech', at: [0, boardY.top, boardZ] },
  { node: 'board-bottom', solid: cross, material: 'beech', at: [0, boardY.bottom, boardZ] },
  { node: 'shelf-fixed', solid: cross, material: 'beech', at: [0, boardY.fixed, boardZ] },
  ...looseY.map(
    (y, i): Piece => ({
      node: `shelf-${i + 1}`,
      solid: loose,
      material: 'beech',
      at: [0, y, boardZ + 0.006],
    }),
  ),
  { node: 'plinth', solid: plinth, material: 'beech', at: [0, plinthHeight / 2, size.depth / 2 - 0.03] },
  {
    node: 'back-lower',
    solid: back,
    material: 'hardboard',
    at: [0, backHeight / 2 + 0.001, -size.depth / 2 + size.back / 2],
  },
  {
    node: 'back-upper',
    solid: back,
    material: 'hardboard',
    at: [0, size.height - backHeight / 2 - 0.001, -size.depth / 2 + size.back / 2],
  },
  {
    node: 'wall-bracket',
    solid: bracket,
    material: 'zinc-steel',
    at: [0, size.height, -size.depth / 2 + 0.002],
  },
];
