import { IconCheck, IconMinus, IconPlus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import buttons from '../buttons.module.css';
import { useGuideWords } from '../words.ts';
import styles from './LayOut.module.css';

export interface TickProps {
  label: string;
  of: number;
  found: number;
  onFound: (count: number) => void;
  picture?: ReactNode;
  above?: ReactNode;
}

/** One kind of part or fastener: the row ticks all of it, the small buttons one. */
export function Tick({ label, of, found, onFound, picture, above }: TickProps) {
  const t = useGuideWords();
  const all = found >= of;
  return (
    <li className={styles.item} data-all={all}>
      {above && <div className={styles.above}>{above}</div>}
      <div className={styles.row}>
        <button
          type="button"
          className={styles.tick}
          aria-pressed={all}
          aria-label={t.layOut.foundAll(label)}
          onClick={() => onFound(all ? 0 : of)}
        >
          {picture}
          <span className={styles.words}>
            <span className={styles.label}>{label}</span>
            <span className={styles.found}>{t.layOut.found(Math.min(found, of), of)}</span>
          </span>
          <span className={styles.box} aria-hidden="true">
            {all && <IconCheck size={24} stroke={3} />}
          </span>
        </button>
        {of > 1 && (
          <span className={styles.counts}>
            <button
              type="button"
              className={buttons.icon}
              aria-label={t.layOut.fewer(label)}
              disabled={found === 0}
              onClick={() => onFound(Math.min(found, of) - 1)}
            >
              <IconMinus size={20} />
            </button>
            <button
              type="button"
              className={buttons.icon}
              aria-label={t.layOut.more(label)}
              disabled={all}
              onClick={() => onFound(found + 1)}
            >
              <IconPlus size={20} />
            </button>
          </span>
        )}
      </div>
    </li>
  );
}
