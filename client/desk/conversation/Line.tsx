import { IconMicrophone } from '@tabler/icons-react';
import type { TranscriptLine } from '#protocol';
import { useLanguage } from '../../i18n/index.ts';
import { Mood } from '../frame/Mood.tsx';
import { useDeskWords } from '../words.ts';
import styles from './Transcript.module.css';

/** One thing said. The customer's stand on the left, the shop's on the right. */
export function Line({
  line,
  named,
  live = false,
}: {
  line: TranscriptLine;
  named: boolean;
  /** Still being said. */
  live?: boolean;
}) {
  const t = useDeskWords();
  const { format } = useLanguage();
  const { who, name, text, source, mood, at } = line;
  const spoken = source === 'call' || source === 'voice';
  return (
    <div className={styles.line} data-who={who} data-live={live} aria-live={live ? 'off' : undefined}>
      {named && (
        <div className={styles.by}>
          <strong>{who === 'hexkey' ? t.work.hexkey : name}</strong>
          <time dateTime={at}>{format.time(at)}</time>
          {mood && mood.mood !== 'neutral' && <Mood reading={mood} />}
        </div>
      )}
      <p className={styles.text}>
        {spoken && (
          <IconMicrophone
            className={styles.spoken}
            size={14}
            stroke={2}
            aria-label={source === 'call' ? t.work.fromCall : t.work.fromVoice}
          />
        )}
        {text}
      </p>
    </div>
  );
}
