import { type KeyboardEvent, type PointerEvent, useEffect, useRef } from 'react';

/** A press longer than this is held, not tapped, in milliseconds. */
export const holdAfterMs = 280;

export interface PressToTalk {
  on: boolean;
  start: (mode: 'tap' | 'hold') => void;
  stop: () => void;
}

/** Handlers of a button that a tap switches and a hold keeps on. Enter and Space tap; they do not hold. */
export function usePressToTalk({ on, start, stop }: PressToTalk) {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const held = useRef(false);
  useEffect(() => () => clearTimeout(timer.current), []);

  const release = () => {
    clearTimeout(timer.current);
    if (held.current) stop();
  };
  return {
    onPointerDown: (event: PointerEvent) => {
      if (event.button !== 0) return;
      held.current = false;
      clearTimeout(timer.current);
      if (on) return;
      event.currentTarget.setPointerCapture?.(event.pointerId);
      timer.current = setTimeout(() => {
        held.current = true;
        start('hold');
      }, holdAfterMs);
    },
    onPointerUp: release,
    onPointerCancel: release,
    onClick: () => {
      clearTimeout(timer.current);
      const wasHeld = held.current;
      held.current = false;
      if (wasHeld) return;
      if (on) stop();
      else start('tap');
    },
    onKeyDown: (event: KeyboardEvent) => {
      if (event.repeat) event.preventDefault();
    },
    onContextMenu: (event: { preventDefault(): void }) => event.preventDefault(),
  };
}
