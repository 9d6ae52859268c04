import type { Guide } from '#protocol/guide';
import buttons from './buttons.module.css';
import styles from './StepPanel.module.css';
import type { OpenSheet } from './sheets/Sheets.tsx';
import { useGuideWords, useTexts } from './words.ts';

export function Finished({ guide, onSheet }: { guide: Guide; onSheet: (sheet: OpenSheet) => void }) {
  const t = useGuideWords();
  const text = useTexts();
  return (
    <article className={styles.step}>
      <h2 className={styles.title}>{t.finished.title}</h2>
      <p className={styles.say}>{t.finished.body(text(guide.title))}</p>
      <button type="button" className={buttons.plain} onClick={() => onSheet({ kind: 'overview' })}>
        {t.finished.again}
      </button>
    </article>
  );
}
