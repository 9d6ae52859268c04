import type { Mark, Shape } from '#protocol';
import styles from './DrawingSurface.module.css';
import { across, arrowPath, inUnits, smoothPath } from './geometry.ts';

export interface MarkShapeProps {
  shape: Shape;
  colour: Mark['colour'];
  aspect: number;
  /** Drawing units in one pixel of the screen. */
  unit: number;
  /** Said to those who do not see it. */
  label?: string | undefined;
}

/** Pixels on the screen, at every size of the picture. */
const arrowHead = 26;

/** One mark: everything twice, dark below and coloured above, so that it is seen on every picture. */
export function MarkShape({ shape, colour, aspect, unit, label }: MarkShapeProps) {
  return (
    <g className={styles.mark} data-colour={colour} data-kind={shape.kind}>
      {label && <title>{label}</title>}
      {drawn(shape, aspect, unit)}
    </g>
  );
}

function drawn(shape: Shape, aspect: number, unit: number) {
  switch (shape.kind) {
    case 'arrow':
      return outlined(arrowPath(shape.from, shape.to, aspect, arrowHead * unit));
    case 'line':
      return outlined(smoothPath(shape.points, aspect));
    case 'circle': {
      const { x, y } = inUnits(shape.centre, aspect);
      const r = shape.radius * across;
      return outlined(`M${x - r},${y}a${r},${r} 0 1,0 ${2 * r},0a${r},${r} 0 1,0 ${-2 * r},0`);
    }
    case 'text': {
      const { x, y } = inUnits(shape.at, aspect);
      return (
        <text
          className={styles.text}
          x={x}
          y={y}
          textAnchor={anchorAt(shape.at[0])}
          dominantBaseline="middle"
        >
          {shape.text}
        </text>
      );
    }
    case 'number': {
      const { x, y } = inUnits(shape.at, aspect);
      return (
        <>
          <circle className={styles.stamp} cx={x} cy={y} />
          <text className={styles.value} x={x} y={y} textAnchor="middle" dominantBaseline="central">
            {shape.value}
          </text>
        </>
      );
    }
    // It lies in the room, not on a picture.
    case 'anchored':
      return null;
  }
}

const outlined = (path: string) => (
  <>
    <path className={styles.outline} d={path} />
    <path className={styles.stroke} d={path} />
  </>
);

/** Text near an edge runs inward. */
const anchorAt = (x: number): 'start' | 'middle' | 'end' =>
  x < 0.33 ? 'start' : x > 0.67 ? 'end' : 'middle';
