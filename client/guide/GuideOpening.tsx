import { Logo } from '../ui/index.ts';
import buttons from './buttons.module.css';
import styles from './GuidePage.module.css';
import { useGuideWords } from './words.ts';

export type OpeningState = 'opening' | 'unknown' | 'broken' | 'unreachable';

/** The page's frame before the guide is there, laid out as the guide will be so that nothing jumps. */
export function GuideOpening({ state, onAgain }: { state: OpeningState; onAgain: () => void }) {
  const t = useGuideWords();
  return (
    <div className={styles.page} data-part="opening">
      <header className={styles.header}>
        <Logo size={28} />
        <h1 className={styles.title}>{state === 'opening' ? t.opening : t[state].title}</h1>
      </header>
      <div className={styles.blank} />
      <main className={styles.panel}>
        {state !== 'opening' && <p role="alert">{t[state].body}</p>}
        {state === 'unreachable' && (
          <button type="button" className={buttons.main} onClick={onAgain}>
            {t.unreachable.again}
          </button>
        )}
      </main>
    </div>
  );
}
