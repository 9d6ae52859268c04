import { type CSSProperties, type FormEvent, type RefObject, useEffect, useRef, useState } from 'react';
import type { Mark, PeerPointing, PicturePoint, Shape, Surface } from '#protocol';
import type { CallEngine, DrawingTool } from '../contract.ts';
import { useCallSnapshot } from '../use-call-snapshot.ts';
import { type CallWords, useCallWords } from '../words.ts';
import styles from './DrawingSurface.module.css';
import toolStyles from './DrawingTools.module.css';
import { across, arrowPath, inUnits, pictureBox, smoothPath } from './geometry.ts';
import { shapeDrawn } from './sketch.ts';
import { usePen } from './use-pen.ts';

export interface DrawingSurfaceProps {
  engine: CallEngine;
  surface: Surface;
  /** Width over height of the picture that lies below with `object-fit: contain`. */
  aspect: number;
  /** What the pen draws; without one the surface only shows. */
  tool?: DrawingTool | undefined;
  colour?: Mark['colour'];
}

interface MarkShapeProps {
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
function MarkShape({ shape, colour, aspect, unit, label }: MarkShapeProps) {
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

/** Everybody's marks over a picture, letterboxed as the picture is, and a pen for those who draw. */
export function DrawingSurface({ engine, surface, aspect, tool, colour = 'yellow' }: DrawingSurfaceProps) {
  const t = useCallWords();
  const { room } = useCallSnapshot(engine);
  const svg = useRef<SVGSVGElement>(null);
  const unit = useUnit(svg, aspect);
  const marks = room?.marks.filter((mark) => mark.surface === surface) ?? [];
  const pen = usePen({ engine, surface, aspect, tool, colour, marks, svg });
  const sketched = pen.sketch && shapeDrawn(pen.sketch, aspect);
  const cursor = pen.cursor && inUnits(pen.cursor, aspect);
  const nameOf = (peer: string) => room?.peers.find(({ id }) => id === peer)?.name ?? '';
  return (
    <>
      <svg
        ref={svg}
        className={styles.surface}
        viewBox={`0 0 ${across} ${across / aspect}`}
        preserveAspectRatio="xMidYMid meet"
        style={{ '--unit': unit } as CSSProperties}
        data-draws={tool !== undefined}
        role={tool ? 'application' : 'img'}
        aria-label={tool ? `${t.drawing.label}. ${t.drawing.keys}` : t.drawing.label}
        {...(tool ? { tabIndex: 0, ...pen.handlers } : {})}
      >
        {marks.map((mark) => (
          <MarkShape
            key={mark.id}
            shape={mark.shape}
            colour={mark.colour}
            aspect={aspect}
            unit={unit}
            label={t.drawing.by(nameOf(mark.by), told(mark.shape, t))}
          />
        ))}
        {pen.underWay.map((mark) => (
          <MarkShape key={mark.id} shape={mark.shape} colour={mark.colour} aspect={aspect} unit={unit} />
        ))}
        {sketched && <MarkShape shape={sketched} colour={colour} aspect={aspect} unit={unit} />}
        <Pointers engine={engine} surface={surface} aspect={aspect} />
        {cursor && <circle className={styles.cursor} cx={cursor.x} cy={cursor.y} data-cursor="" />}
      </svg>
      {pen.textAt && <TextEntry onText={pen.putText} />}
    </>
  );
}

/** Drawing units in one pixel of the screen: text, stamps and heads are as large on a phone as on a desk. */
function useUnit(svg: RefObject<SVGSVGElement | null>, aspect: number): number {
  const [unit, setUnit] = useState(2);
  useEffect(() => {
    const element = svg.current;
    if (!element) return;
    const sizes = new ResizeObserver(() => {
      const { width } = pictureBox(element.getBoundingClientRect(), aspect);
      if (width > 0) setUnit(across / width);
    });
    sizes.observe(element);
    return () => sizes.disconnect();
  }, [svg, aspect]);
  return unit;
}

function told(shape: Shape, t: CallWords): string {
  const words = t.drawing.shape;
  switch (shape.kind) {
    case 'text':
      return words.text(shape.text);
    case 'number':
      return words.number(shape.value);
    default:
      return words[shape.kind];
  }
}

/** What the text on the picture is to say; given up with Escape. */
export function TextEntry({ onText }: { onText: (text: string | undefined) => void }) {
  const t = useCallWords().drawing;
  const [text, setText] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onText(text.trim() || undefined);
  };
  return (
    <form className={toolStyles.entry} onSubmit={submit}>
      <input
        // biome-ignore lint/a11y/noAutofocus: whoever put the pen down there is about to type
        autoFocus
        className={toolStyles.field}
        value={text}
        maxLength={120}
        placeholder={t.text}
        aria-label={t.text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          event.stopPropagation();
          if (event.key === 'Escape') onText(undefined);
        }}
      />
      <button type="submit" className={toolStyles.put}>
        {t.put}
      </button>
    </form>
  );
}

/** A pointer whose end was lost on the way goes by itself after this long. */
const goneAfterMs = 2_500;

/** Where the others point now. */
export function Pointers({
  engine,
  surface,
  aspect,
}: {
  engine: CallEngine;
  surface: Surface;
  aspect: number;
}) {
  const [places, setPlaces] = useState<ReadonlyMap<string, PicturePoint>>(new Map());
  useEffect(() => {
    const leaving = new Map<string, ReturnType<typeof setTimeout>>();
    const put = (peer: string, at: PicturePoint | null) =>
      setPlaces((before) => {
        const next = new Map(before);
        if (at) next.set(peer, at);
        else next.delete(peer);
        return next;
      });
    const stop = engine.onPointing(({ peer, pointing }: PeerPointing) => {
      clearTimeout(leaving.get(peer));
      const here = pointing.surface === surface ? pointing.at : null;
      put(peer, here);
      if (here)
        leaving.set(
          peer,
          setTimeout(() => put(peer, null), goneAfterMs),
        );
    });
    return () => {
      stop();
      for (const timer of leaving.values()) clearTimeout(timer);
    };
  }, [engine, surface]);
  return [...places].map(([peer, place]) => {
    const { x, y } = inUnits(place, aspect);
    return (
      <g key={peer} data-pointer={peer}>
        <circle className={styles.halo} cx={x} cy={y} />
        <circle className={styles.pointer} cx={x} cy={y} />
      </g>
    );
  });
}
