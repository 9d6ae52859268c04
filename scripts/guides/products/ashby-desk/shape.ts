import type { Piece } from '../../model-file.ts';
import { board, drilled, joined, rod, type Solid } from '../../solid.ts';

/** Metres. The Ashby is 1400 x 740 x 700 mm: an oak top on two steel frames, with a tray behind and a drawer on the right. */
export const size = { width: 1.4, height: 0.74, depth: 0.7, top: 0.025 };

/** Underside of the top. */
export const under = size.height - size.top;
export const frameX = 0.62;
export const legZ = 0.29;
const tube = 0.04;
const footHeight = 0.02;

const foot = joined(rod(0.036, footHeight, 'y'), rod(0.008, 0.026, 'y', 10).translate([0, 0.022, 0]));

const frame = (() => {
  const height = under - footHeight;
  const leg = board(tube, height, tube, 0.003);
  const bar = board(tube, tube, 2 * legZ - tube + 0.002, 0.003);
  const middle = height / 2;
  const welded = joined(
    leg.translate([0, 0, legZ]),
    leg.translate([0, 0, -legZ]),
    bar.translate([0, middle - tube / 2, 0]),
    bar.translate([0, 0.07 - middle, 0]),
  );
  return drilled(welded, 0.0095, 0.06, 'y', [
    [0, -middle, legZ],
    [0, -middle, -legZ],
  ]);
})();

export const rail = { y: 0.67, z: -legZ, length: 2 * frameX - tube - 0.001 };

export const tray = { x: -0.1, y: 0.62, z: -0.22, width: 0.9, depth: 0.1 };
const trayBody = joined(
  board(tray.width, 0.0015, tray.depth, 0.0003).translate([0, -0.02425, 0]),
  board(tray.width, 0.05, 0.0015, 0.0003).translate([0, 0, tray.depth / 2 - 0.00075]),
  board(tray.width, 0.05, 0.0015, 0.0003).translate([0, 0, 0.00075 - tray.depth / 2]),
);
export const trayBracketX: [number, number] = [tray.x - 0.35, tray.x + 0.35];
export const trayBracketZ = tray.z + tray.depth / 2 + 0.0015;
const trayBracket = joined(
  board(0.03, 0.11, 0.002, 0.0004).translate([0, -0.055, 0]),
  board(0.03, 0.002, 0.032, 0.0004).translate([0, -0.001, 0.015]),
);

/** The drawer hangs between two steel hangers, symmetric about this x. */
export const drawerX = 0.3;
export const hanger = { x: 0.24, z: 0.08, length: 0.46 };
const hangerBody = (outward: 1 | -1): Solid =>
  joined(
    board(0.002, 0.11, hanger.length, 0.0004).translate([0, -0.055, 0]),
    board(0.03, 0.002, hanger.length, 0.0004).translate([outward * 0.0145, -0.001, 0]),
  );
export const runner = { outer: 0.2355, inner: 0.2293, y: 0.655 };
const runnerBody = board(0.006, 0.042, 0.43, 0.001);

export const drawer = { side: 0.2202, front: 0.309, back: -0.134, bottomY: 0.622 };
const groove = board(0.012, 0.0042, 0.6, 0.0001);
const sideBody = (inward: 1 | -1): Solid =>
  board(0.012, 0.08, 0.44).subtract(groove.translate([inward * 0.0065, drawer.bottomY - 0.65, 0]));
const handle = joined(
  rod(0.01, 0.14, 'x', 16).translate([0, 0, 0.03]),
  rod(0.008, 0.03, 'z', 12).translate([0.055, 0, 0.015]),
  rod(0.008, 0.03, 'z', 12).translate([-0.055, 0, 0.015]),
);

const ends = [
  { name: 'left', sign: -1 },
  { name: 'right', sign: 1 },
] as const;

export const drawerNodes = [
  'drawer-front',
  'drawer-side-left',
  'drawer-side-right',
  'drawer-back',
  'drawer-bottom',
  'runner-inner-left',
  'runner-inner-right',
  'handle',
];

/** Every body of the desk at its final place. */
export const pieces: Piece[] = [
  {
    node: 'top',
    solid: board(size.width, size.top, size.depth, 0.002),
    material: 'oak',
    at: [0, under + size.top / 2, 0],
  },
  ...ends.flatMap(({ name, sign }): Piece[] => [
    {
      node: `frame-${name}`,
      solid: frame,
      material: 'black-steel',
      at: [sign * frameX, (under + footHeight) / 2, 0],
    },
    {
      node: `foot-${name}-front`,
      solid: foot,
      material: 'black-plastic',
      at: [sign * frameX, footHeight / 2, legZ],
    },
    {
      node: `foot-${name}-back`,
      solid: foot,
      material: 'black-plastic',
      at: [sign * frameX, footHeight / 2, -legZ],
    },
    {
      node: `hanger-${name}`,
      solid: hangerBody(sign),
      material: 'black-steel',
      at: [drawerX + sign * hanger.x, under, hanger.z],
    },
    {
      node: `runner-outer-${name}`,
      solid: runnerBody,
      material: 'zinc-steel',
      at: [drawerX + sign * runner.outer, runner.y, hanger.z],
    },
    {
      node: `runner-inner-${name}`,
      solid: runnerBody,
      material: 'zinc-steel',
      at: [drawerX + sign * runner.inner, runner.y, hanger.z],
    },
    {
      node: `drawer-side-${name}`,
      solid: sideBody(sign < 0 ? 1 : -1),
      material: 'beech',
      at: [drawerX + sign * drawer.side, 0.65, 0.08],
    },
  ]),
  {
    node: 'rail',
    solid: board(rail.length, 0.05, 0.02, 0.002),
    material: 'black-steel',
    at: [0, rail.y, rail.z],
  },
  { node: 'tray', solid: trayBody, material: 'black-steel', at: [tray.x, tray.y, tray.z] },
  ...trayBracketX.map(
    (x, i): Piece => ({
      node: `tray-bracket-${i + 1}`,
      solid: trayBracket,
      material: 'black-steel',
      at: [x, under, trayBracketZ],
    }),
  ),
  {
    node: 'drawer-front',
    solid: board(0.474, 0.1, 0.018),
    material: 'oak',
    at: [drawerX, 0.655, drawer.front],
  },
  {
    node: 'drawer-back',
    solid: board(0.428, 0.064, 0.012),
    material: 'beech',
    at: [drawerX, 0.658, drawer.back],
  },
  {
    node: 'drawer-bottom',
    solid: board(0.437, 0.003, 0.438, 0.0004),
    material: 'hardboard',
    at: [drawerX, drawer.bottomY, 0.08],
  },
  { node: 'handle', solid: handle, material: 'black-steel', at: [drawerX, 0.655, 0.318] },
];
