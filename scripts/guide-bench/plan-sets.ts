import type { Direction, Vector } from '#protocol/guide';
import type { Piece } from '../guides/model-file.ts';
import type { PlannedStep } from '../guides/plan/disassemble.ts';
import { board, rod, type Solid } from '../guides/solid.ts';

/** A product with an order and ways in that a furniture maker would agree with. */
export interface PlanSet {
  name: string;
  pieces: Piece[];
  /** Steps in order; pieces within one have no order among them. */
  steps: PlannedStep[][];
}

/** The way a piece travels. */
const to = {
  down: [0, -1, 0],
  up: [0, 1, 0],
  left: [-1, 0, 0],
  right: [1, 0, 0],
  back: [0, 0, -1],
  front: [0, 0, 1],
} as const satisfies Record<string, Direction>;

interface SetPiece {
  node: string;
  solid: Solid;
  at: Vector;
  step: number;
  way: keyof typeof to;
}

const box = (node: string, size: Vector, at: Vector, step: number, way: keyof typeof to): SetPiece => ({
  node,
  solid: board(...size),
  at,
  step,
  way,
});

function set(name: string, pieces: SetPiece[]): PlanSet {
  const last = Math.max(...pieces.map(({ step }) => step));
  return {
    name,
    pieces: pieces.map(({ node, solid, at }) => ({ node, solid, at, material: 'oak' })),
    steps: Array.from({ length: last + 1 }, (_, step) =>
      pieces
        .filter((piece) => piece.step === step)
        .map(({ node, way }): PlannedStep => ({ nodes: [node], direction: [...to[way]], distance: 0.3 })),
    ),
  };
}

/** The same piece at the four corners. */
const corners = (
  name: string,
  size: Vector,
  [x, y, z]: Vector,
  step: number,
  way: keyof typeof to,
): SetPiece[] =>
  [
    [-x, -z],
    [x, -z],
    [-x, z],
    [x, z],
  ].map(([cx = 0, cz = 0], i) => box(`${name}-${i + 1}`, size, [cx, y, cz], step, way));

const carcase = (width: number, height: number, depth: number): SetPiece[] => [
  box('side-left', [0.018, height, depth], [-width / 2 + 0.009, height / 2, 0], 0, 'left'),
  box('bottom', [width - 0.036, 0.018, depth], [0, 0.009, 0], 1, 'left'),
  box('side-right', [0.018, height, depth], [width / 2 - 0.009, height / 2, 0], 2, 'left'),
];

/** Products whose good order is known. The planner was weighed with them in sight; sizes in metres. */
export const planSets: readonly PlanSet[] = [
  set('table', [
    box('top', [1.2, 0.03, 0.7], [0, 0.735, 0], 0, 'up'),
    ...corners('leg', [0.06, 0.72, 0.06], [0.55, 0.36, 0.3], 1, 'up'),
  ]),
  set('table with aprons', [
    box('top', [1.2, 0.03, 0.7], [0, 0.735, 0], 0, 'up'),
    box('apron-front', [1.04, 0.08, 0.02], [0, 0.68, 0.3], 1, 'up'),
    box('apron-back', [1.04, 0.08, 0.02], [0, 0.68, -0.3], 1, 'up'),
    box('apron-left', [0.02, 0.08, 0.54], [-0.55, 0.68, 0], 1, 'up'),
    box('apron-right', [0.02, 0.08, 0.54], [0.55, 0.68, 0], 1, 'up'),
    ...corners('leg', [0.06, 0.72, 0.06], [0.55, 0.36, 0.3], 2, 'up'),
  ]),
  set('bench', [
    box('seat', [1.1, 0.04, 0.32], [0, 0.43, 0], 0, 'up'),
    box('side-left', [0.04, 0.41, 0.3], [-0.45, 0.205, 0], 1, 'up'),
    box('side-right', [0.04, 0.41, 0.3], [0.45, 0.205, 0], 1, 'up'),
  ]),
  set('shoe rack', [
    box('frame-left', [0.03, 0.5, 0.3], [-0.4, 0.25, 0], 0, 'left'),
    ...[0.1, 0.28, 0.46].map((y, i) => box(`board-${i + 1}`, [0.77, 0.018, 0.28], [0, y, 0], 1, 'left')),
    box('frame-right', [0.03, 0.5, 0.3], [0.4, 0.25, 0], 2, 'left'),
  ]),
  set('bookcase', [
    ...carcase(0.8, 1.8, 0.28),
    box('board-middle', [0.764, 0.018, 0.28], [0, 0.9, 0], 1, 'left'),
    box('board-upper', [0.764, 0.018, 0.28], [0, 1.791, 0], 1, 'left'),
    box('back', [0.8, 1.8, 0.003], [0, 0.9, -0.1416], 3, 'front'),
    box('shelf-1', [0.761, 0.018, 0.25], [0, 0.45, 0.01], 4, 'back'),
    box('shelf-2', [0.761, 0.018, 0.25], [0, 1.35, 0.01], 4, 'back'),
  ]),
  set('night stand', [
    ...carcase(0.45, 0.5, 0.4),
    box('rail', [0.414, 0.06, 0.018], [0, 0.25, -0.19], 1, 'left'),
    box('top', [0.49, 0.02, 0.42], [0, 0.51, 0], 3, 'down'),
    box('drawer', [0.408, 0.16, 0.37], [0, 0.385, 0.014], 4, 'back'),
    box('handle', [0.12, 0.012, 0.02], [0, 0.385, 0.2092], 5, 'back'),
  ]),
  set('cabinet with doors', [
    ...carcase(0.8, 0.9, 0.38),
    box('board-middle', [0.764, 0.018, 0.37], [0, 0.45, 0], 1, 'left'),
    box('top', [0.8, 0.018, 0.38], [0, 0.909, 0], 3, 'down'),
    box('back', [0.8, 0.9, 0.004], [0, 0.45, -0.192], 4, 'front'),
    box('door-left', [0.398, 0.898, 0.018], [-0.2, 0.45, 0.1995], 5, 'back'),
    box('door-right', [0.398, 0.898, 0.018], [0.2, 0.45, 0.1995], 5, 'back'),
    box('knob-left', [0.02, 0.02, 0.025], [-0.03, 0.5, 0.221], 6, 'back'),
    box('knob-right', [0.02, 0.02, 0.025], [0.03, 0.5, 0.221], 6, 'back'),
  ]),
  set('bed', [
    box('headboard', [1.6, 0.9, 0.04], [0, 0.45, -1.02], 0, 'back'),
    box('side-rail-left', [0.03, 0.2, 2], [-0.78, 0.3, 0], 1, 'back'),
    box('side-rail-right', [0.03, 0.2, 2], [0.78, 0.3, 0], 1, 'back'),
    box('footboard', [1.6, 0.45, 0.04], [0, 0.225, 1.02], 2, 'back'),
    ...Array.from({ length: 8 }, (_, i) =>
      box(`slat-${i + 1}`, [1.59, 0.02, 0.09], [0, 0.41, -0.84 + i * 0.24], 3, 'down'),
    ),
    box('mattress', [1.56, 0.16, 1.98], [0, 0.501, 0], 4, 'down'),
  ]),
  set('wall shelf', [
    box('shelf-board', [0.9, 0.025, 0.22], [0, 0.2, 0], 0, 'up'),
    box('support-1', [0.02, 0.18, 0.2], [-0.3, 0.0975, 0], 1, 'up'),
    box('support-2', [0.02, 0.18, 0.2], [0.3, 0.0975, 0], 1, 'up'),
  ]),
  set('picture frame', [
    {
      node: 'frame',
      solid: board(0.5, 0.7, 0.03)
        .subtract(board(0.42, 0.62, 0.1))
        .subtract(board(0.44, 0.64, 0.02).translate([0, 0, -0.01])),
      at: [0, 0.35, 0],
      step: 0,
      way: 'front',
    },
    box('glass', [0.438, 0.638, 0.003], [0, 0.35, -0.0016], 1, 'front'),
    box('picture', [0.438, 0.638, 0.002], [0, 0.35, -0.0042], 2, 'front'),
    box('backing', [0.438, 0.638, 0.004], [0, 0.35, -0.0073], 3, 'front'),
  ]),
  set('crate', [
    box('floor', [0.5, 0.012, 0.34], [0, 0.006, 0], 0, 'down'),
    box('end-left', [0.012, 0.25, 0.34], [-0.256, 0.125, 0], 1, 'right'),
    box('end-right', [0.012, 0.25, 0.34], [0.256, 0.125, 0], 1, 'left'),
    box('wall-front', [0.524, 0.25, 0.012], [0, 0.125, 0.176], 2, 'back'),
    box('wall-back', [0.524, 0.25, 0.012], [0, 0.125, -0.176], 2, 'front'),
  ]),
  set('coat stand', [
    { node: 'foot', solid: rod(0.36, 0.03, 'y'), at: [0, 0.015, 0], step: 0, way: 'down' },
    { node: 'pole-lower', solid: rod(0.04, 0.8, 'y'), at: [0, 0.43, 0], step: 1, way: 'down' },
    { node: 'pole-upper', solid: rod(0.04, 0.8, 'y'), at: [0, 1.23, 0], step: 2, way: 'down' },
    box('hook-left', [0.1, 0.02, 0.02], [-0.0698, 1.5, 0], 3, 'right'),
    box('hook-right', [0.1, 0.02, 0.02], [0.0698, 1.5, 0], 3, 'left'),
    { node: 'cap', solid: rod(0.06, 0.03, 'y'), at: [0, 1.645, 0], step: 4, way: 'down' },
  ]),
  set('sofa', [
    box('seat-frame', [1.5, 0.25, 0.8], [0, 0.225, 0], 0, 'up'),
    ...corners('foot', [0.06, 0.1, 0.06], [0.68, 0.05, 0.34], 1, 'up'),
    box('back', [1.5, 0.5, 0.15], [0, 0.6, -0.325], 2, 'down'),
    box('arm-left', [0.15, 0.6, 0.8], [-0.825, 0.4, 0], 3, 'right'),
    box('arm-right', [0.15, 0.6, 0.8], [0.825, 0.4, 0], 3, 'left'),
    box('seat-cushion-1', [0.74, 0.14, 0.62], [-0.372, 0.4215, 0.07], 4, 'down'),
    box('seat-cushion-2', [0.74, 0.14, 0.62], [0.372, 0.4215, 0.07], 4, 'down'),
  ]),
  set('appliance', [
    box('housing', [0.4, 0.04, 0.3], [0, 0.02, 0], 0, 'down'),
    box('motor', [0.12, 0.1, 0.12], [-0.1, 0.09, 0], 1, 'down'),
    box('board', [0.12, 0.02, 0.2], [0.1, 0.05, 0], 1, 'down'),
    box('fan', [0.08, 0.03, 0.08], [0.1, 0.075, 0.04], 2, 'down'),
    {
      node: 'cover',
      solid: board(0.4, 0.2, 0.3).subtract(board(0.38, 0.2, 0.28).translate([0, -0.01, 0])),
      at: [0, 0.14, 0],
      step: 3,
      way: 'down',
    },
  ]),
];
