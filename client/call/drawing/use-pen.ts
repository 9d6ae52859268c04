import { type KeyboardEvent, type PointerEvent, type RefObject, useEffect, useState } from 'react';
import type { Mark, PicturePoint, Shape, Surface } from '#protocol';
import { newId } from '../../new-id.ts';
import type { CallEngine, DrawingTool } from '../contract.ts';
import { hits, onPicture } from './geometry.ts';
import { moved, nextNumber, type Sketch, shapeBegun, shapeDrawn } from './sketch.ts';

export interface PenOptions {
  engine: CallEngine;
  surface: Surface;
  aspect: number;
  tool: DrawingTool | undefined;
  colour: Mark['colour'];
  marks: readonly Mark[];
  svg: RefObject<SVGSVGElement | null>;
}

type UnderWay = Pick<Mark, 'id' | 'shape' | 'colour'>;

/** A mark that the server never brings back is not shown for ever. */
const underWayMs = 4_000;
/** One press of an arrow key, as a share of the picture; with shift a fine one. */
const coarse = 0.025;
const fine = 0.005;

const arrows: Record<string, readonly [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** What finger, mouse, pen and keys do on the surface. */
export function usePen({ engine, surface, aspect, tool, colour, marks, svg }: PenOptions) {
  const [sketch, setSketch] = useState<Sketch>();
  const [cursor, setCursor] = useState<PicturePoint>();
  const [textAt, setTextAt] = useState<PicturePoint>();
  const [sent, setSent] = useState<readonly UnderWay[]>([]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another tool or picture begins afresh
  useEffect(() => {
    setSketch(undefined);
    setTextAt(undefined);
    return () => engine.point(surface, null);
  }, [tool, surface, engine]);

  const add = (shape: Shape) => {
    const id = newId();
    engine.draw({ op: 'add', id, surface, colour, shape, at: Date.now() });
    setSent((before) => [...before, { id, shape, colour }]);
    setTimeout(() => setSent((before) => before.filter((mark) => mark.id !== id)), underWayMs);
  };
  const finish = (ended: Sketch | undefined) => {
    const shape = ended && shapeDrawn(ended, aspect);
    if (shape) add(shape);
    setSketch(undefined);
  };
  /** Where the keys are; they begin in the middle. */
  const at: PicturePoint = cursor ?? [0.5, 0.5];
  /** The pen comes down: what is put is put at once, what is drawn begins. */
  const down = (here: PicturePoint) => {
    if (tool === 'number') add({ kind: 'number', at: here, value: nextNumber(marks) });
    else if (tool === 'text') setTextAt(here);
    else if (tool === 'pointer') engine.point(surface, here);
    else if (tool) setSketch(shapeBegun(tool, here));
  };
  const place = (event: PointerEvent<SVGSVGElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    const under = { x: event.clientX, y: event.clientY };
    return { on: hits(under, box, aspect), here: onPicture(under, box, aspect) };
  };

  const takeBack = ({ key, shiftKey }: KeyboardEvent): boolean => {
    if (key.toLowerCase() !== 'z') return false;
    engine.draw({ op: shiftKey ? 'redo' : 'undo' });
    return true;
  };
  const walk = ({ key, shiftKey }: KeyboardEvent): boolean => {
    const arrow = arrows[key];
    if (!arrow) return false;
    const by = shiftKey ? fine : coarse;
    const to: PicturePoint = [within(at[0] + arrow[0] * by), within(at[1] + arrow[1] * by * aspect)];
    setCursor(to);
    if (tool === 'pointer') engine.point(surface, to);
    if (sketch) setSketch(moved(sketch, to, aspect));
    return true;
  };
  const press = (key: string): boolean => {
    if (key !== 'Enter' && key !== ' ') return false;
    if (sketch) finish(moved(sketch, at, aspect));
    else down(at);
    setCursor(at);
    return true;
  };
  const giveUp = (key: string): boolean => {
    if (key !== 'Escape' || !(sketch || cursor)) return false;
    setSketch(undefined);
    setCursor(undefined);
    engine.point(surface, null);
    return true;
  };

  const handlers = {
    onPointerDown(event: PointerEvent<SVGSVGElement>) {
      const { on, here } = place(event);
      if (!on || event.button !== 0) return;
      event.preventDefault();
      svg.current?.focus({ preventScroll: true });
      event.currentTarget.setPointerCapture(event.pointerId);
      setCursor(undefined);
      down(here);
    },
    onPointerMove(event: PointerEvent<SVGSVGElement>) {
      const { on, here } = place(event);
      if (tool === 'pointer' && (event.pointerType === 'mouse' || event.buttons > 0))
        engine.point(surface, on ? here : null);
      if (sketch) setSketch(moved(sketch, here, aspect));
    },
    onPointerUp(event: PointerEvent<SVGSVGElement>) {
      if (tool === 'pointer' && event.pointerType !== 'mouse') engine.point(surface, null);
      finish(sketch && moved(sketch, place(event).here, aspect));
    },
    onPointerLeave() {
      if (tool === 'pointer') engine.point(surface, null);
    },
    onPointerCancel: () => setSketch(undefined),
    onKeyDown(event: KeyboardEvent<SVGSVGElement>) {
      if (event.altKey) return;
      const done =
        event.ctrlKey || event.metaKey
          ? takeBack(event)
          : walk(event) || press(event.key) || giveUp(event.key);
      if (!done) return;
      event.preventDefault();
      event.stopPropagation();
    },
  };

  const there = new Set(marks.map(({ id }) => id));
  return {
    sketch,
    cursor,
    textAt,
    /** Drawn here and not yet back from the server. */
    underWay: sent.filter(({ id }) => !there.has(id)),
    handlers,
    putText(text: string | undefined) {
      if (text && textAt) add({ kind: 'text', at: textAt, text });
      setTextAt(undefined);
      svg.current?.focus({ preventScroll: true });
    },
  };
}

const within = (share: number): number => Math.min(1, Math.max(0, Math.round(share * 10_000) / 10_000));
