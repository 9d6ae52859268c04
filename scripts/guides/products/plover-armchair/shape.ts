import type { Vector } from '#protocol/guide';
import type { Piece } from '../../model-file.ts';
import { bent, board, curve, hoop, rod, roundedPlate } from '../../solid.ts';

/** Metres. The Plover is 700 x 1010 x 820 mm: two bent hoops, three bars, two seat rails with slats, a cushion. */
const strip = 0.022;
export const hoopX = 0.32;
const hoopWidth = 0.06;
export const innerX = hoopX - hoopWidth / 2;

/** Side view of a seat rail, as z (to the front) and y, from the knees to the head. */
const seat: [number, number][] = [
  [0.37, 0.44],
  [0.3, 0.418],
  [0.05, 0.36],
  [-0.12, 0.336],
  [-0.225, 0.37],
  [-0.275, 0.48],
  [-0.335, 0.72],
  [-0.39, 0.985],
];
const along = curve(seat);
export const railX = 0.2;

/** A point beside the seat's curve: `off` metres to the sitter's side (positive) or behind it. */
export function beside(share: number, off: number): { z: number; y: number; slope: number } {
  const { at, left } = along(share);
  // The curve runs from the knees backwards, so its left is below and behind: the sitter is on its right.
  return { z: at[0] - left[0] * off, y: at[1] - left[1] * off, slope: Math.atan2(-left[0], -left[1]) };
}

const bar = 0.03;
const barGap = strip / 2 + bar / 2 + 0.0006;
/** Front, back and floor bar, as z and y. */
export const bars: [number, number][] = [
  [beside(0.07, -barGap).z, beside(0.07, -barGap).y],
  [beside(0.57, -barGap).z, beside(0.57, -barGap).y],
  [-0.335, 0.06],
];
const [front, rear] = bars as [[number, number], [number, number], [number, number]];
const corners: [number, number][] = [
  [front[0] + 0.015, 0],
  [front[0] - 0.01, 0.6],
  [rear[0] + 0.03, 0.62],
  [rear[0] - 0.06, 0],
];

export const slatShares = [0.09, 0.185, 0.28, 0.67, 0.8, 0.93];
const slat = { thickness: 0.012, width: 0.055, length: 0.54 };
/** Above the curve's middle line, where slats lie on the rails. */
export const slatOff = strip / 2 + slat.thickness / 2 + 0.0004;
const cushionThickness = 0.07;
const cushionOff = strip / 2 + slat.thickness + cushionThickness / 2 + 0.002;

const degrees = (radians: number) => (radians * 180) / Math.PI;
const hoopBody = hoop(corners, strip, hoopWidth, 0.09);
const lowest = hoopBody.boundingBox().min[1];
const barBody = rod(bar, 2 * innerX - 0.001, 'x', 20);
const railBody = bent(seat, strip, 0.045);
const cushionBody = bent(seat, cushionThickness, 0.52, -cushionOff);
const lift = -lowest;

const head = beside(0.9, cushionOff + cushionThickness / 2 + 0.031);

/** Every body of the chair at its final place. */
export const pieces: Piece[] = [
  { node: 'hoop-left', solid: hoopBody, material: 'beech', at: [-hoopX, lift, 0] },
  { node: 'hoop-right', solid: hoopBody, material: 'beech', at: [hoopX, lift, 0] },
  ...bars.map(
    ([z, y], i): Piece => ({ node: `bar-${i + 1}`, solid: barBody, material: 'beech', at: [0, y + lift, z] }),
  ),
  { node: 'rail-left', solid: railBody, material: 'beech', at: [-railX, lift, 0] },
  { node: 'rail-right', solid: railBody, material: 'beech', at: [railX, lift, 0] },
  ...slatShares.map((share, i): Piece => {
    const { z, y, slope } = beside(share, slatOff);
    const solid = board(slat.length, slat.thickness, slat.width, 0.002).rotate([degrees(slope), 0, 0]);
    return { node: `slat-${i + 1}`, solid, material: 'beech', at: [0, y + lift, z] };
  }),
  { node: 'cushion', solid: cushionBody, material: 'fabric', at: [0, lift, 0] },
  {
    node: 'headrest',
    solid: roundedPlate(0.4, 0.16, 0.06, 0.028).rotate([degrees(head.slope) - 90, 0, 0]),
    material: 'fabric',
    at: [0, head.y + lift, head.z],
  },
];

/** How far up the model was moved to stand on the floor: places in steps add it. */
export const raised = ([x, y, z]: Vector): Vector => [x, y + lift, z];
