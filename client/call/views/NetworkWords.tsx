import type { CallEngine } from '../contract.ts';
import { useCallSnapshot } from '../use-call-snapshot.ts';
import { useCallWords } from '../words.ts';
import styles from './NetworkWords.module.css';

const bars: Record<string, number> = { good: 3, small_picture: 2, sound_only: 1, unsteady: 1, away: 0 };

/** How it comes through, in words and bars. */
export function NetworkWords({ engine }: { engine: CallEngine }) {
  const t = useCallWords();
  const { network, phase } = useCallSnapshot(engine);
  const settling = phase === 'joining' || phase === 'recovering';
  const feel = phase === 'recovering' ? 'away' : network;
  return (
    <p className={styles.network} role="status" data-feel={feel}>
      <svg className={styles.bars} viewBox="0 0 18 14" aria-hidden="true">
        {[0, 1, 2].map((bar) => (
          <rect
            key={bar}
            x={bar * 6.5}
            y={10 - bar * 4.5}
            width="4.5"
            height={4 + bar * 4.5}
            rx="1"
            data-on={bar < (bars[feel] ?? 0)}
          />
        ))}
      </svg>
      {settling ? t.phase[phase] : t.network[network]}
    </p>
  );
}
