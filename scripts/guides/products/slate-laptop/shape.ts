import type { Vector } from '#protocol/guide';
import type { Piece } from '../../model-file.ts';
import { board, drilled, joined, rod, rope, roundedPlate, type Solid } from '../../solid.ts';
import {
  battery,
  batteryPlug,
  circuitTop,
  disk,
  diskSlot,
  floorY,
  inside,
  memory,
  memorySlots,
  moduleBody,
  moduleTrim,
} from './board.ts';

/** Metres. The Slate 14 is 314 x 220 x 17 mm. It lies on its lid: what is its underside in use faces up. */
const size = { width: 0.314, depth: 0.22, height: 0.017 };
const lid = { height: 0.0048 };
const cover = { thickness: 0.0014 };
const rim = size.height - cover.thickness;
const corner = 0.009;
export const top = size.height;

/** The ten screws of the cover, as x and z. */
export const coverScrews: [number, number][] = [
  ...[-0.148, -0.05, 0.05, 0.148].map((x): [number, number] => [x, -0.101]),
  [-0.148, 0],
  [0.148, 0],
  ...[-0.148, -0.05, 0.05, 0.148].map((x): [number, number] => [x, 0.101]),
];

const slab = (width: number, depth: number, from: number, to: number, radius = corner): Solid =>
  roundedPlate(width, depth, to - from, radius)
    .rotate([90, 0, 0])
    .translate([0, (from + to) / 2, 0]);

const posts = joined(
  ...coverScrews.map(([x, z]) => rod(0.007, rim - floorY, 'y', 14).translate([x, (rim + floorY) / 2, z])),
);
const tub = slab(size.width, size.depth, lid.height + 0.0006, rim).subtract(
  slab(size.width - 0.005, size.depth - 0.005, floorY, 0.03, corner - 0.0025),
);
const ports = joined(
  board(0.02, 0.0034, 0.01, 0.0006).translate([-size.width / 2, 0.0108, -0.07]),
  board(0.02, 0.0034, 0.01, 0.0006).translate([-size.width / 2, 0.0108, -0.05]),
  board(0.02, 0.0052, 0.014, 0.0006).translate([size.width / 2, 0.0108, -0.03]),
  board(0.02, 0.005, 0.015, 0.0006).translate([size.width / 2, 0.0108, -0.06]),
);
const caseBody = drilled(
  joined(
    tub,
    posts.intersect(slab(size.width - 0.002, size.depth - 0.002, 0, rim)),
    slab(size.width, size.depth, 0, lid.height),
    // The hinge joins lid and base along the back.
    board(0.24, 0.004, 0.006, 0.001).translate([0, lid.height, -size.depth / 2 + 0.006]),
  ).subtract(ports),
  0.002,
  0.008,
  'y',
  coverScrews.map(([x, z]) => [x, rim, z]),
);

const vents = Array.from({ length: 16 }, (_, i) =>
  board(0.0024, 0.01, 0.03, 0.0003).translate([-0.14 + i * 0.0042, 0, -0.066]),
);
const coverBody = drilled(
  roundedPlate(size.width, size.depth, cover.thickness, corner).rotate([90, 0, 0]),
  0.0026,
  0.01,
  'y',
  coverScrews.map(([x, z]) => [x, 0, z]),
).subtract(joined(...vents));
const foot = (width: number): Solid => roundedPlate(width, 0.008, 0.0012, 0.0039).rotate([90, 0, 0]);
const footY = cover.thickness / 2 + 0.0007;

export const memoryAt: Vector = [memorySlots.x, memory.y, memorySlots.second + 0.0162];
export const diskAt: Vector = [diskSlot.x - 0.0008 - disk.length / 2, disk.y, diskSlot.z];
export const diskScrewAt: Vector = [
  diskAt[0] - disk.length / 2 + 0.0005,
  disk.y + disk.thickness / 2,
  diskSlot.z,
];
const diskBody = drilled(board(disk.length, disk.thickness, disk.width, 0.0001), 0.0042, 0.01, 'y', [
  [-disk.length / 2, 0, 0],
]);
const onDisk = disk.thickness / 2;

const wires = joined(
  ...[-0.0045, -0.0015, 0.0015, 0.0045].map((x) =>
    rope(0.0012, [
      [batteryPlug.x + x, circuitTop + 0.0018, batteryPlug.z + 0.0012],
      [batteryPlug.x + x, circuitTop + 0.0026, batteryPlug.z + 0.005],
      [batteryPlug.x + x * 0.8, floorY + 0.006, battery.z - battery.depth / 2 - 0.0012],
    ]),
  ),
);

/** Every body at its final place. */
export const pieces: Piece[] = [
  { node: 'laptop', solid: caseBody, material: 'grey-laminate', at: [0, 0, 0], trim: inside },
  {
    node: 'battery-plug',
    solid: joined(
      board(0.013, 0.0022, 0.0044, 0.0003).translate([batteryPlug.x, circuitTop + 0.0016, batteryPlug.z]),
      wires,
    ),
    material: 'gold',
    at: [0, 0, 0],
  },
  { node: 'memory', solid: moduleBody, material: 'green-board', at: memoryAt, trim: moduleTrim },
  {
    node: 'thermal-pad',
    solid: board(0.05, 0.0016, 0.018, 0.0003),
    material: 'blue-cable',
    at: [diskAt[0], circuitTop + 0.0009, diskSlot.z],
  },
  {
    node: 'disk',
    solid: diskBody,
    material: 'green-board',
    at: diskAt,
    trim: [
      {
        solid: board(0.014, 0.0012, 0.014, 0.0002),
        material: 'black-plastic',
        at: [0.022, onDisk + 0.0007, 0],
      },
      {
        solid: board(0.018, 0.0012, 0.014, 0.0002),
        material: 'black-plastic',
        at: [0.001, onDisk + 0.0007, 0],
      },
      {
        solid: board(0.018, 0.0012, 0.014, 0.0002),
        material: 'black-plastic',
        at: [-0.021, onDisk + 0.0007, 0],
      },
      { solid: board(0.0026, 0.0002, 0.0198, 0), material: 'gold', at: [0.0385, onDisk + 0.0002, 0] },
    ],
  },
  {
    node: 'base-cover',
    solid: coverBody,
    material: 'grey-laminate',
    at: [0, size.height - cover.thickness / 2, 0],
    trim: [
      { solid: foot(0.24), material: 'black-plastic', at: [0, footY, -0.086] },
      { solid: foot(0.05), material: 'black-plastic', at: [-0.1, footY, 0.088] },
      { solid: foot(0.05), material: 'black-plastic', at: [0.1, footY, 0.088] },
    ],
  },
];
