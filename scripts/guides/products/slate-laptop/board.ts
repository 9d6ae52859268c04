import type { Piece } from '../../model-file.ts';
import { board, joined, rod, rope, roundedPlate, type Solid } from '../../solid.ts';

type Trim = NonNullable<Piece['trim']>[number];

/** Metres, the laptop lying on its lid with the hinge away from you. What carries the parts stands on the floor of the case. */
export const floorY = 0.0066;
export const circuitTop = floorY + 0.0012 + 0.001;
const circuitMiddle = circuitTop - 0.0005;

/** Where the edge of a module goes in: the slot opens to +z for memory and to -x for the disk. */
export const memorySlots = { x: 0.062, first: -0.094, second: -0.052 };
export const memory = { width: 0.0676, depth: 0.03, thickness: 0.0012, y: circuitTop + 0.0026 };
export const diskSlot = { x: -0.036, z: -0.011 };
export const disk = { length: 0.08, width: 0.022, thickness: 0.0009, y: circuitTop + 0.0028 };
const builtInDisk = { x: 0.066, z: -0.0078 };
export const batteryPlug = { x: 0.012, z: 0.0035 };
export const battery = { width: 0.27, depth: 0.082, height: 0.006, z: 0.055 };

/** A block with a slot in one side that swallows `deep` metres of a module's edge. */
const memorySocket = joined(
  board(0.072, 0.0042, 0.006, 0.0003).subtract(board(0.0682, 0.0018, 0.008, 0).translate([0, 0.0005, 0.006])),
  board(0.0015, 0.0034, 0.028, 0.0003).translate([-0.0352, -0.0004, 0.017]),
  board(0.0015, 0.0034, 0.028, 0.0003).translate([0.0352, -0.0004, 0.017]),
);
const diskSocket = board(0.006, 0.0042, 0.0235, 0.0003).subtract(
  board(0.006, 0.0016, 0.0224, 0).translate([-0.0042, 0.0007, 0]),
);

const chip = board(0.0095, 0.001, 0.0115, 0.0002);
/** One memory module, its edge of gold at -z: what is built in, and what comes in beside it. */
export const moduleBody = board(memory.width, memory.thickness, memory.depth, 0.0001);
export const moduleTrim: Trim[] = [
  ...[-0.0245, -0.0125, 0.0125, 0.0245].map(
    (x): Trim => ({
      solid: chip,
      material: 'black-plastic',
      at: [x, memory.thickness / 2 + 0.0006, 0.003],
    }),
  ),
  {
    solid: board(0.064, 0.0002, 0.0028, 0),
    material: 'gold',
    at: [0, memory.thickness / 2 + 0.0002, -0.0133],
  },
];

const box = (width: number, height: number, depth: number, x: number, z: number): Solid =>
  board(width, height, depth, 0.0002).translate([x, height / 2, z]);

const fan = { x: -0.113, z: -0.066 };
const blades = Array.from({ length: 11 }, (_, i) =>
  board(0.016, 0.0012, 0.0018, 0.0002)
    .translate([0.0165, 0, 0])
    .rotate([0, (i * 360) / 11, 0]),
);
const heatPipe = rope(
  0.005,
  [
    [-0.14, floorY + 0.0062, -0.094],
    [-0.085, floorY + 0.0062, -0.094],
    [-0.062, floorY + 0.0062, -0.086],
    [-0.045, floorY + 0.0062, -0.068],
    [-0.03, floorY + 0.0062, -0.062],
  ],
  20,
);

/** What is built in and never moves, relative to the case. */
export const inside: Trim[] = [
  {
    solid: board(0.286, 0.001, 0.105, 0.0001).subtract(
      rod(0.058, 0.01, 'y', 32).translate([fan.x, 0, fan.z + 0.049]),
    ),
    material: 'green-board',
    at: [0, circuitMiddle, -0.049],
  },
  // The fan in its round housing, with the fins that it blows through.
  {
    solid: rod(0.057, 0.0062, 'y', 32).subtract(rod(0.052, 0.0062, 'y', 32).translate([0, 0.001, 0])),
    material: 'black-plastic',
    at: [fan.x, floorY + 0.0033, fan.z],
  },
  {
    solid: joined(rod(0.02, 0.0034, 'y', 20), ...blades),
    material: 'grey-laminate',
    at: [fan.x, floorY + 0.0042, fan.z],
  },
  {
    solid: joined(
      ...Array.from({ length: 22 }, (_, i) =>
        board(0.0008, 0.006, 0.005, 0).translate([-0.0263 + i * 0.0025, 0, 0]),
      ),
      board(0.054, 0.0006, 0.005, 0),
    ),
    material: 'zinc-steel',
    at: [fan.x, floorY + 0.0034, -0.101],
  },
  { solid: heatPipe, material: 'gold', at: [0, 0, 0] },
  { solid: board(0.036, 0.0018, 0.036, 0.0004), material: 'gold', at: [-0.037, circuitTop + 0.0018, -0.066] },
  // Memory: one slot taken, one free; the disk's second slot.
  ...[memorySlots.first, memorySlots.second].map(
    (z): Trim => ({
      solid: memorySocket,
      material: 'black-plastic',
      at: [memorySlots.x, circuitTop + 0.0021, z],
    }),
  ),
  {
    solid: moduleBody,
    material: 'green-board',
    at: [memorySlots.x, memory.y, memorySlots.first + 0.0162],
  },
  ...moduleTrim.map(
    ({ solid, material, at: [x, y, z] }): Trim => ({
      solid,
      material,
      at: [memorySlots.x + x, memory.y + y, memorySlots.first + 0.0162 + z],
    }),
  ),
  {
    solid: diskSocket,
    material: 'black-plastic',
    at: [diskSlot.x, circuitTop + 0.0021, diskSlot.z],
  },
  // The disk that it came with, under its black label, and its slot.
  {
    solid: board(disk.length, disk.thickness, disk.width, 0.0001),
    material: 'green-board',
    at: [builtInDisk.x, disk.y, builtInDisk.z],
  },
  {
    solid: joined(
      board(0.066, 0.0012, 0.019, 0.0002).translate([0, disk.y + 0.0012, 0]),
      board(0.006, 0.0042, 0.0235, 0.0003).translate([0.0425, circuitTop + 0.0021, 0]),
    ),
    material: 'black-plastic',
    at: [builtInDisk.x, 0, builtInDisk.z],
  },
  // The stud that the disk's screw goes into.
  {
    solid: rod(0.005, 0.0022, 'y', 16),
    material: 'gold',
    at: [diskSlot.x - 0.0805, circuitTop + 0.0012, diskSlot.z],
  },
  {
    solid: joined(
      box(0.012, 0.0014, 0.012, 0.008, -0.082),
      box(0.008, 0.0012, 0.008, 0.008, -0.03),
      box(0.014, 0.0016, 0.009, 0.124, -0.084),
      box(0.009, 0.0012, 0.009, 0.12, -0.012),
      box(0.006, 0.0012, 0.006, -0.004, -0.02),
      ...[-0.012, -0.004, 0.004].map((x) => box(0.005, 0.002, 0.006, x, -0.045)),
    ),
    material: 'black-plastic',
    at: [0, circuitTop, 0],
  },
  // The wireless card with its screen, and the battery.
  {
    solid: board(0.022, 0.0016, 0.03, 0.0003),
    material: 'zinc-steel',
    at: [0.122, circuitTop + 0.0012, -0.046],
  },
  {
    solid: joined(
      ...[-1, 0, 1].map((i) =>
        roundedPlate(battery.width / 3 - 0.002, battery.depth, battery.height, 0.003)
          .rotate([90, 0, 0])
          .translate([(i * battery.width) / 3, 0, 0]),
      ),
      board(battery.width - 0.004, 0.002, battery.depth - 0.008, 0),
    ),
    material: 'black-plastic',
    at: [0, floorY + battery.height / 2 + 0.0004, battery.z],
  },
  {
    solid: board(0.11, 0.0003, 0.045, 0),
    material: 'white-laminate',
    at: [0, floorY + battery.height + 0.0006, battery.z + 0.006],
  },
  // Where the battery's plug goes in.
  {
    solid: board(0.017, 0.0026, 0.005, 0.0003),
    material: 'white-plastic',
    at: [batteryPlug.x, circuitTop + 0.0014, batteryPlug.z - 0.0045],
  },
];
