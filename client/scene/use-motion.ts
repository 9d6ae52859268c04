import { useFrame } from '@react-three/fiber';
import { useRef } from 'react';

/** Longest frame that motion follows, in seconds: after a pause things go on, they do not jump. */
const longestFrame = 0.1;

/** When a scene part has its turn in a frame. Below 0: after all of them fiber draws the picture by itself. */
export const turn = { pieces: -4, camera: -3, arrows: -2, figures: -1 } as const;

/**
 * Calls `move` with the seconds that have passed, once for each frame, before it is drawn; another frame follows as long as
 * it answers true. The first one after a rest takes no time.
 */
export function useMotion(move: (seconds: number) => boolean, order: number): void {
  const moving = useRef(false);
  useFrame(({ invalidate }, delta) => {
    moving.current = move(moving.current ? Math.min(longestFrame, delta) : 0);
    if (moving.current) invalidate();
  }, order);
}
