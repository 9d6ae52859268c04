import type { Document } from '@gltf-transform/core';
import type { Arrival, Direction, FastenerPlace, Guide, GuideText, Vector } from '#protocol/guide';
import type { Piece } from './model-file.ts';

/** A shipped guide as its author writes it: the bodies it is made of and the words and motions around them. */
export interface GuideSource {
  guide: Guide;
  pieces: Piece[];
  /** Set where the model needs more than named bodies. */
  finish?: (document: Document) => void;
}

/** A text in both languages. */
export const text = (en: string, zh: string): GuideText => ({ en, zh });

/** One fastener at each place, driven the same way. */
export const fasten = (
  hardware: string,
  direction: Direction,
  turn: number,
  places: Vector[],
): FastenerPlace[] => places.map((at) => ({ hardware, at, direction, turn }));

/** Pieces that come in along `direction`. */
export const arrive = (
  nodes: string[],
  direction: Direction,
  distance: number,
  more: Partial<Arrival> = {},
): Arrival => ({
  nodes,
  direction,
  distance,
  ...more,
});

/** How the model lies: which of its sides is down. Turned about one axis by a quarter. */
const half = Math.SQRT1_2;
export const lying = {
  onLeftSide: [0, 0, half, half],
  onRightSide: [0, 0, -half, half],
  onFront: [half, 0, 0, half],
  onBack: [-half, 0, 0, half],
  upsideDown: [1, 0, 0, 0],
} satisfies Record<string, [number, number, number, number]>;
