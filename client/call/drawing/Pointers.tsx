import { useEffect, useState } from 'react';
import type { PeerPointing, PicturePoint, Surface } from '#protocol';
import type { CallEngine } from '../contract.ts';
import styles from './DrawingSurface.module.css';
import { inUnits } from './geometry.ts';

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
