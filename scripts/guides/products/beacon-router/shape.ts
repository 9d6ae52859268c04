import type { Vector } from '#protocol/guide';
import type { Piece } from '../../model-file.ts';
import { board, joined, rod, rope, roundedPlate, type Solid } from '../../solid.ts';

/** Metres. The Beacon router (210 x 160 x 60 mm) stands on the right, the provider's fibre box lies on the left. */
export const box = { x: -0.24, width: 0.13, height: 0.034, depth: 0.1 };
export const router = { x: 0.1, width: 0.21, height: 0.152, depth: 0.034 };
const footHeight = 0.008;
const routerY = footHeight + router.height / 2;

const port = (width: number, height: number, deep = 0.024): Solid => board(width, height, deep, 0.0002);
const plug = board(0.0114, 0.0078, 0.03, 0.0008);

/** Where sockets are, in the finished set-up: the plug's middle when it is in. */
export const sockets = {
  fibre: [box.x - 0.03, 0.014, -box.depth / 2] as Vector,
  lan: [box.x + 0.02, 0.014, -box.depth / 2] as Vector,
  wan: [router.x - 0.05, 0.05, -router.depth / 2] as Vector,
  power: [router.x + 0.07, 0.05, -router.depth / 2] as Vector,
};

const relative = ([x, y, z]: Vector, to: Vector): Vector => [x - to[0], y - to[1], z - to[2]];
const boxAt: Vector = [box.x, box.height / 2, 0];
const routerAt: Vector = [router.x, routerY, 0];

const boxBody = roundedPlate(box.width, box.depth, box.height, 0.012)
  .rotate([90, 0, 0])
  .subtract(port(0.0124, 0.009).translate(relative(sockets.fibre, boxAt)))
  .subtract(port(0.0124, 0.009).translate(relative(sockets.lan, boxAt)));

const routerBody = roundedPlate(router.width, router.height, router.depth, 0.022)
  .subtract(port(0.0124, 0.009).translate(relative(sockets.wan, routerAt)))
  .subtract(rod(0.0084, 0.024, 'z', 16).translate(relative(sockets.power, routerAt)))
  .subtract(
    joined(
      ...[-0.028, -0.006, 0.016].map((x) =>
        port(0.0124, 0.009).translate([x, 0.05 - routerY, -router.depth / 2]),
      ),
    ),
  );

/** Plugs go 10 mm in; the lead leaves behind them. */
const behind = ([x, y, z]: Vector): Vector => [x, y, z - 0.02];
const lead = (diameter: number, from: Vector, to: Vector, ...between: Vector[]): Solid =>
  rope(diameter, [from, ...between, to]);

const networkCable = joined(
  plug.translate([sockets.lan[0], sockets.lan[1], sockets.lan[2] - 0.005]),
  plug.translate([sockets.wan[0], sockets.wan[1], sockets.wan[2] - 0.005]),
  lead(
    0.0055,
    behind(sockets.lan),
    behind(sockets.wan),
    [sockets.lan[0], 0.008, -0.115],
    [-0.16, 0.003, -0.15],
    [-0.04, 0.003, -0.15],
    [0.03, 0.012, -0.11],
    [sockets.wan[0] - 0.004, 0.045, -0.065],
  ),
);

const fibreLead = joined(
  plug.translate([sockets.fibre[0], sockets.fibre[1], sockets.fibre[2] - 0.005]),
  lead(
    0.003,
    behind(sockets.fibre),
    [-0.42, 0.0015, -0.24],
    [sockets.fibre[0], 0.008, -0.11],
    [-0.3, 0.0015, -0.15],
    [-0.36, 0.0015, -0.2],
  ),
);

const adapter = joined(
  roundedPlate(0.05, 0.075, 0.03, 0.008).rotate([90, 0, 0]).translate([0.3, 0.015, -0.2]),
  rod(0.008, 0.03, 'z', 14).translate([sockets.power[0], sockets.power[1], sockets.power[2] - 0.005]),
  lead(
    0.004,
    behind(sockets.power),
    [0.3, 0.012, -0.17],
    [sockets.power[0] + 0.004, 0.03, -0.075],
    [0.2, 0.003, -0.12],
    [0.27, 0.003, -0.15],
  ),
);

const light = board(0.05, 0.003, 0.0016, 0.0004);

/** Every body of the set-up at its place. */
export const pieces: Piece[] = [
  {
    node: 'fibre-box',
    solid: boxBody,
    material: 'white-plastic',
    at: boxAt,
    trim: [-0.03, -0.015, 0].map((x) => ({
      solid: rod(0.004, 0.001, 'y', 12),
      material: 'green-light',
      at: [x, box.height / 2 + 0.0006, 0.035],
    })),
  },
  { node: 'fibre-lead', solid: fibreLead, material: 'yellow-cable', at: [0, 0, 0] },
  {
    node: 'foot',
    solid: roundedPlate(0.17, 0.09, footHeight, 0.03).rotate([90, 0, 0]),
    material: 'grey-laminate',
    at: [router.x, footHeight / 2, 0],
  },
  {
    node: 'router',
    solid: routerBody,
    material: 'white-plastic',
    at: routerAt,
    trim: [{ solid: light, material: 'green-light', at: [0, -0.05, router.depth / 2 + 0.0009] }],
  },
  { node: 'network-cable', solid: networkCable, material: 'blue-cable', at: [0, 0, 0] },
  { node: 'power-adapter', solid: adapter, material: 'black-plastic', at: [0, 0, 0] },
];
