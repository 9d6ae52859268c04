import {
  IconMoodAngry,
  IconMoodAnnoyed,
  IconMoodNervous,
  IconMoodNeutral,
  IconMoodSad,
  IconMoodSmile,
} from '@tabler/icons-react';
import type { Mood as MoodName, MoodReading } from '#protocol';
import { useDeskWords } from '../words.ts';
import styles from './MoodTag.module.css';

const icons: Record<MoodName, typeof IconMoodSmile> = {
  neutral: IconMoodNeutral,
  happy: IconMoodSmile,
  anxious: IconMoodNervous,
  frustrated: IconMoodAnnoyed,
  angry: IconMoodAngry,
  sad: IconMoodSad,
};

/** A mood by sign and word; never by colour alone. */
export function MoodTag({ reading }: { reading: MoodReading }) {
  const t = useDeskWords();
  const Icon = icons[reading.mood];
  return (
    <span className={styles.mood} data-mood={reading.mood}>
      <Icon size={16} stroke={1.9} aria-hidden="true" />
      {t.moods[reading.mood]}
    </span>
  );
}
