import { useEffect, useRef } from 'react';
import { useVoiceClient } from '../use-voice.ts';
import styles from './LevelMeter.module.css';

/** Rings that swell with the voice. Redrawn by a style property alone: React renders it once. */
export function LevelMeter() {
  const client = useVoiceClient();
  const meter = useRef<SVGSVGElement>(null);
  useEffect(
    () =>
      client.onLevel((level) => {
        meter.current?.style.setProperty('--level', level.toFixed(3));
      }),
    [client],
  );
  return (
    <svg className={styles.meter} ref={meter} viewBox="0 0 100 108" aria-hidden="true" data-testid="level">
      {[1, 2, 3].map((ring) => (
        <path
          className={styles.ring}
          data-ring={ring}
          key={ring}
          d="M43 3.5a14 14 0 0 1 14 0l33.3 19.2a14 14 0 0 1 7 12.1v38.4a14 14 0 0 1-7 12.1L57 104.5a14 14 0 0 1-14 0L9.7 85.3a14 14 0 0 1-7-12.1V34.8a14 14 0 0 1 7-12.1z"
        />
      ))}
    </svg>
  );
}
