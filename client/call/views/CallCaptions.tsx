import type { CallEngine } from '../contract.ts';
import { useCallSnapshot } from '../use-call-snapshot.ts';
import { useCallWords } from '../words.ts';
import styles from './CallCaptions.module.css';

/** What is being said, the newest lines of both sides. */
export function CallCaptions({ engine, lines = 2 }: { engine: CallEngine; lines?: number }) {
  const t = useCallWords();
  const { room, me } = useCallSnapshot(engine);
  const shown = room?.captions.filter(({ text }) => text !== '').slice(-lines) ?? [];
  return (
    <div className={styles.captions} role="log" aria-label={t.captions.label} data-empty={shown.length === 0}>
      {shown.map(({ id, peer, name, text, final }) => (
        <p key={id} className={styles.line} data-final={final} aria-live={final ? undefined : 'off'}>
          <b>{peer === me ? t.captions.you : name}</b> {text}
        </p>
      ))}
    </div>
  );
}
