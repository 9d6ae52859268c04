import { useSyncExternalStore } from 'react';
import type { Guide } from '#protocol/guide';
import type { GuideSession } from '../link/guide-session.ts';
import { useGuideWords, useTexts } from '../words.ts';
import styles from './GuideSheet.module.css';
import { GuideSheet } from './GuideSheet.tsx';

export interface OverviewSheetProps {
  guide: Guide;
  session: GuideSession;
  onClose: () => void;
}

export function OverviewSheet({ guide, session, onClose }: OverviewSheetProps) {
  const t = useGuideWords();
  const text = useTexts();
  const { place } = useSyncExternalStore(session.subscribe, session.getSnapshot).playthrough;
  const titles = [t.overview.layOut, ...guide.steps.map((step) => text(step.title))];
  return (
    <GuideSheet title={t.overview.title} onClose={onClose}>
      <ol className={styles.steps} start={0}>
        {titles.map((title, index) => (
          <li key={guide.steps[index - 1]?.id ?? ''}>
            <button
              type="button"
              className={styles.step}
              aria-current={index === place ? 'step' : undefined}
              data-done={index < place}
              onClick={() => {
                session.act({ type: 'go', place: index });
                onClose();
              }}
            >
              <span className={styles.number}>{index === 0 ? '·' : index}</span>
              <span>{title}</span>
              <span className={styles.mark}>
                {index === place ? t.overview.now : index < place ? t.overview.done : ''}
              </span>
            </button>
          </li>
        ))}
      </ol>
    </GuideSheet>
  );
}
