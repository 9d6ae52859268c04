import type { Vector } from '#protocol/guide';
import type { Piece } from '../../model-file.ts';
import { board, drilled, joined, plate, rod, rope, roundedPlate, type Solid } from '../../solid.ts';

/**
 * Metres, from the middle of the screen on the wall's surface. The Vista 55 is 1230 x 700 x 60 mm without its feet, with
 * VESA 300 x 300 holes; wooden studs are taken to be 400 mm apart.
 */
export const vesa = 0.15;
export const studX = 0.2;
const card = 0.001;
const sheet = 0.0025;
export const wallPlate = { width: 0.46, height: 0.22, front: card + sheet };
/** Where the plate's four screws go. */
export const screwPlaces: [number, number][] = [-studX, studX].flatMap((x) =>
  [0.06, -0.06].map((y): [number, number] => [x, y]),
);
/** The lips that the rails hook over: how far off the wall, and how far up and down they reach. */
const lip = { from: 0.0235, to: 0.026, height: 0.0125 };
export const rail = { back: 0.04, front: 0.042, width: 0.03, height: 0.4 };
/** Behind the lower lip. */
export const safetyScrew = { z: 0.018, y: -0.163 };
const spacer = { length: 0.01, diameter: 0.018 };
export const screenBack = rail.front + spacer.length;
const screen = { width: 1.23, height: 0.7, housing: 0.043, panel: 0.017 };
export const screenFront = screenBack + screen.housing + screen.panel;
export const housingBottom = -0.225;
/** The flat channel for the leads, under the screen. */
export const cover = { width: 0.06, length: 0.46, y: -0.71, depth: 0.02 };

/** A box between two corners. */
const between = (from: Vector, to: Vector, bevel = 0.0003): Solid =>
  board(to[0] - from[0], to[1] - from[1], to[2] - from[2], bevel).translate([
    (from[0] + to[0]) / 2,
    (from[1] + to[1]) / 2,
    (from[2] + to[2]) / 2,
  ]);

const drill = (solid: Solid, diameter: number, places: [number, number][]): Solid =>
  drilled(
    solid,
    diameter,
    0.02,
    'z',
    places.map(([x, y]) => [x, y, 0]),
  );

const templateHalf = { x: 0.25, y: 0.145 };
const template = drill(board(2 * templateHalf.x, 2 * templateHalf.y, card, 0.0001), 0.009, screwPlaces);
const inked = (width: number, height: number): Solid => board(width, height, 0.0003, 0.00005);
const ink = card / 2 + 0.0003;

const half = wallPlate.height / 2;
const lipBar = (y: number): Solid =>
  between([-wallPlate.width / 2, y, lip.from], [wallPlate.width / 2, y + lip.height, lip.to]);
const plateBody = joined(
  drill(
    between([-wallPlate.width / 2, -half, card], [wallPlate.width / 2, half, wallPlate.front]),
    0.009,
    screwPlaces,
  ).subtract(joined(...[-0.07, 0.07].map((x) => roundedPlate(0.1, 0.1, 0.02, 0.02).translate([x, 0, card])))),
  between([-wallPlate.width / 2, half - sheet, card], [wallPlate.width / 2, half, lip.to]),
  between([-wallPlate.width / 2, -half, card], [wallPlate.width / 2, -half + sheet, lip.to]),
  lipBar(half - sheet),
  lipBar(-half + sheet - lip.height),
);

/** One cheek of a rail seen from the side, as z and y: a hook at the top, a tab for the safety screw below. */
const cheek = (): [number, number][] => {
  const tip = half + 0.0015;
  const over = half - sheet + lip.height + 0.0004;
  const end = rail.height / 2;
  return [
    [rail.back, -end],
    [rail.back, end],
    [0.012, end - 0.02],
    [0.012, tip],
    [lip.from - 0.0015, tip],
    [lip.from - 0.0015, over],
    [lip.to + 0.004, over],
    [lip.to + 0.004, -end + 0.02],
  ];
};
const cheekBody = (x: number): Solid =>
  plate(
    cheek()
      .map(([z, y]): [number, number] => [-z, y])
      .reverse(),
    0.002,
  )
    .rotate([0, 90, 0])
    .translate([x, 0, 0]);
const railBody = joined(
  drill(between([-rail.width / 2, -rail.height / 2, 0], [rail.width / 2, rail.height / 2, 0.002]), 0.0068, [
    [0, vesa],
    [0, -vesa],
    [0, 0.1],
    [0, -0.1],
    [0, 0.05],
    [0, -0.05],
  ]).translate([0, 0, rail.back]),
  cheekBody(-rail.width / 2 + 0.001),
  cheekBody(rail.width / 2 - 0.001),
  drilled(
    between([-rail.width / 2, safetyScrew.y, 0.011], [rail.width / 2, safetyScrew.y + 0.0025, rail.back]),
    0.0062,
    0.01,
    'y',
    [[0, safetyScrew.y, safetyScrew.z]],
  ),
);
const spacerBody = drilled(rod(spacer.diameter, spacer.length, 'z', 20), 0.0068, 0.02, 'z', [[0, 0, 0]]);

const sockets = {
  hdmi: [0.09, housingBottom, 0.074] as Vector,
  power: [-0.09, housingBottom, 0.074] as Vector,
};
const holes: [number, number][] = [-vesa, vesa].flatMap((x) =>
  [-vesa, vesa].map((y): [number, number] => [x, y]),
);
const panelZ = screenFront - screen.panel;
const screenBody = joined(
  roundedPlate(0.76, 0.45, screen.housing + 0.001, 0.03).translate([
    0,
    0,
    screenBack + (screen.housing + 0.001) / 2,
  ]),
  roundedPlate(screen.width, screen.height, screen.panel, 0.012).translate([0, 0, panelZ + screen.panel / 2]),
).subtract(
  joined(
    ...holes.map(([x, y]) => rod(0.0064, 0.05, 'z', 12).translate([x, y, screenBack])),
    between(
      [sockets.hdmi[0] - 0.0085, housingBottom - 0.01, 0.0695],
      [0.0985, housingBottom + 0.016, 0.0785],
    ),
    between(
      [-0.0985, housingBottom - 0.01, 0.0695],
      [sockets.power[0] + 0.0085, housingBottom + 0.016, 0.0785],
    ),
    ...Array.from({ length: 9 }, (_, i) =>
      between([-0.28, 0.155 + i * 0.006, screenBack - 0.01], [-0.17, 0.158 + i * 0.006, screenBack + 0.004]),
    ),
    ...Array.from({ length: 9 }, (_, i) =>
      between([0.17, 0.155 + i * 0.006, screenBack - 0.01], [0.28, 0.158 + i * 0.006, screenBack + 0.004]),
    ),
  ),
);

const outline = (z: number) => roundedPlate(screen.width - 0.02, screen.height - 0.03, z, 0.006);

/** Ropes keep above y = 0; everything here hangs below it, so leads are bent a floor higher and let down. */
const storey = 3;
const hangingLead = (diameter: number, points: Vector[]): Solid =>
  rope(
    diameter,
    points.map(([x, y, z]): Vector => [x, y + storey, z]),
  ).translate([0, -storey, 0]);

const lead = (socket: Vector, x: number, diameter: number, plug: Solid, end: Solid): Solid =>
  joined(
    plug.translate([socket[0], socket[1] - 0.006, socket[2]]),
    hangingLead(diameter, [
      [socket[0], socket[1] - 0.02, socket[2]],
      [socket[0], -0.28, 0.072],
      [(socket[0] + x) / 2, -0.33, 0.06],
      [x, -0.4, 0.034],
      [x, -0.455, 0.012],
      [x, -0.51, 0.009],
      [x, -0.6, 0.009],
      [x, -0.94, 0.009],
      [x * 3, -1, 0.009],
    ]),
    end.translate([x * 3, -1.01, 0.009]),
  );

const inner = cover.width - 0.006;
const coverBase = joined(
  between(
    [-cover.width / 2 + 0.003, -cover.length / 2, 0],
    [cover.width / 2 - 0.003, cover.length / 2, 0.002],
    0,
  ),
  between([-inner / 2, -cover.length / 2, 0], [-inner / 2 + 0.002, cover.length / 2, 0.012], 0),
  between([inner / 2 - 0.002, -cover.length / 2, 0], [inner / 2, cover.length / 2, 0.012], 0),
);
const coverLid = roundedPlate(cover.width, cover.depth * 2, cover.length, 0.006)
  .subtract(roundedPlate(cover.width - 0.005, cover.depth * 2 - 0.005, 1, 0.005))
  .rotate([90, 0, 0])
  .trimByPlane([0, 0, 1], 0.0005);

const marker = plate(
  [
    [-0.012, 0.04],
    [-0.012, -0.028],
    [0, -0.04],
    [0.012, -0.028],
    [0.012, 0.04],
  ],
  card,
);

/** Every body at its final place. */
export const pieces: Piece[] = [
  ...['left', 'right'].map(
    (side, i): Piece => ({
      node: `marker-${side}`,
      solid: marker,
      material: 'yellow-cable',
      at: [i === 0 ? -studX : studX, 0.188, card / 2],
    }),
  ),
  {
    node: 'template',
    solid: template,
    material: 'white-laminate',
    at: [0, 0, card / 2],
    trim: [
      { solid: inked(0.48, 0.0015), material: 'blue-cable', at: [0, 0, ink] },
      { solid: inked(0.0015, 0.27), material: 'blue-cable', at: [0, 0, ink] },
    ],
  },
  { node: 'wall-plate', solid: plateBody, material: 'black-steel', at: [0, 0, 0] },
  ...['left', 'right'].map(
    (side, i): Piece => ({
      node: `rail-${side}`,
      solid: railBody,
      material: 'black-steel',
      at: [i === 0 ? -vesa : vesa, 0, 0],
      trim: [{ solid: rod(0.009, 0.006, 'y', 6), material: 'zinc-steel', at: [0, 0.1835, 0.034] }],
    }),
  ),
  ...holes.map(
    ([x, y], i): Piece => ({
      node: `spacer-${i + 1}`,
      solid: spacerBody,
      material: 'white-plastic',
      at: [x, y, rail.front + spacer.length / 2],
    }),
  ),
  {
    node: 'screen',
    solid: screenBody,
    material: 'black-plastic',
    at: [0, 0, 0],
    trim: [{ solid: outline(0.0008), material: 'glass', at: [0, 0.004, screenFront + 0.0006] }],
  },
  { node: 'cover-base', solid: coverBase, material: 'white-plastic', at: [0, cover.y, 0] },
  {
    node: 'hdmi-lead',
    solid: lead(
      sockets.hdmi,
      0.011,
      0.006,
      board(0.014, 0.036, 0.006, 0.0008),
      board(0.018, 0.03, 0.009, 0.001),
    ),
    material: 'blue-cable',
    at: [0, 0, 0],
  },
  {
    node: 'power-lead',
    solid: lead(
      sockets.power,
      -0.012,
      0.007,
      board(0.014, 0.036, 0.007, 0.0008),
      board(0.04, 0.03, 0.016, 0.003),
    ),
    material: 'grey-laminate',
    at: [0, 0, 0],
  },
  { node: 'cover-lid', solid: coverLid, material: 'white-plastic', at: [0, cover.y, 0] },
];
