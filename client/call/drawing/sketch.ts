import type { PicturePoint, Shape } from '#protocol';
import type { DrawingTool } from '../contract.ts';
import { distance, withPoint } from './geometry.ts';

/** What is under the pen: where it began and where it is now; a line keeps its way. */
export interface Sketch {
  tool: DrawingTool;
  from: PicturePoint;
  to: PicturePoint;
  way: readonly PicturePoint[];
}

export const shapeBegun = (tool: DrawingTool, from: PicturePoint): Sketch => ({
  tool,
  from,
  to: from,
  way: [from],
});

export const moved = (sketch: Sketch, to: PicturePoint, aspect: number): Sketch => ({
  ...sketch,
  to,
  way: sketch.tool === 'line' ? withPoint(sketch.way, to, aspect) : sketch.way,
});

/** Shorter is a slip of the finger, as a share of the width. */
const leastLength = 0.015;

/** The mark that a drawn sketch makes; none for a mere touch. Text and numbers are put, not drawn. */
export function shapeDrawn({ tool, from, to, way }: Sketch, aspect: number): Shape | undefined {
  const length = distance(from, to, aspect);
  switch (tool) {
    case 'arrow':
      return length < leastLength ? undefined : { kind: 'arrow', from, to };
    case 'circle':
      return length < leastLength ? undefined : { kind: 'circle', centre: from, radius: Math.min(1, length) };
    case 'line':
      return way.length < 2 ? undefined : { kind: 'line', points: [...way] };
    case 'pointer':
    case 'text':
    case 'number':
      return undefined;
  }
}

/** The next number stamp, counted on from those that lie on the surface. */
export function nextNumber(marks: readonly { shape: Shape }[]): number {
  const values = marks.map(({ shape }) => (shape.kind === 'number' ? shape.value : 0));
  return Math.min(99, Math.max(0, ...values) + 1);
}
