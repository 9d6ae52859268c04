import { IconDotsVertical, IconListNumbers, IconX } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import type { Guide } from '#protocol/guide';
import { minutesLeft } from '#protocol/guide-time-left';
import { Logo } from '../ui/index.ts';
import buttons from './buttons.module.css';
import styles from './GuidePage.module.css';
import type { Playthrough } from './logic/playthrough.ts';
import type { OpenSheet } from './sheets/Sheets.tsx';
import { useGuideWords, useTexts } from './words.ts';

export interface GuideHeaderProps {
  guide: Guide;
  playthrough: Playthrough;
  onSheet: (sheet: OpenSheet) => void;
  /** Closes the panel in a shop's page. */
  onClose: (() => void) | undefined;
}

export function GuideHeader({ guide, playthrough, onSheet, onClose }: GuideHeaderProps) {
  const t = useGuideWords();
  const text = useTexts();
  const { place, enteredAt } = playthrough;
  const left = minutesLeft(guide, place, useMinutesSince(enteredAt));
  const facts = [
    ...(place > 0 && place <= guide.steps.length ? [t.place(place, guide.steps.length)] : []),
    ...(left === null ? [] : [t.timeLeft(left)]),
  ];
  return (
    <header className={styles.header}>
      <Logo size={28} />
      <div className={styles.heading}>
        <h1 className={styles.title}>{text(guide.title)}</h1>
        <p className={styles.facts}>{facts.join(' · ')}</p>
      </div>
      <button
        type="button"
        className={buttons.icon}
        aria-label={t.header.steps}
        onClick={() => onSheet({ kind: 'overview' })}
      >
        <IconListNumbers size={26} stroke={1.8} />
      </button>
      <button
        type="button"
        className={buttons.icon}
        aria-label={t.header.more}
        onClick={() => onSheet({ kind: 'more' })}
      >
        <IconDotsVertical size={26} stroke={1.8} />
      </button>
      {onClose && (
        <button type="button" className={buttons.icon} aria-label={t.header.close} onClick={onClose}>
          <IconX size={26} stroke={1.8} />
        </button>
      )}
      <div className={styles.bar} aria-hidden="true">
        <div style={{ scale: `${Math.min(1, place / (guide.steps.length + 1))} 1` }} />
      </div>
    </header>
  );
}

/** Whole minutes that have gone by since a moment; looks again twice a minute. */
function useMinutesSince(moment: number): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), 30_000);
    return () => clearInterval(timer);
  }, []);
  return Math.max(0, Math.floor((now - moment) / 60_000));
}
