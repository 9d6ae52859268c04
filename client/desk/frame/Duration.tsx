import { type DeskWords, useDeskWords } from '../words.ts';
import { useNow } from './use-now.ts';

/** "45 s", "3 min 20 s", "1 h 05 min". */
export function durationWords(t: DeskWords, milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  if (seconds < 60) return t.duration.seconds(seconds);
  if (seconds < 3600) return t.duration.minutes(Math.floor(seconds / 60), seconds % 60);
  return t.duration.hours(Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60));
}

/** How long ago `since` was, ticking. */
export function Duration({ since, say = (time) => time }: { since: string; say?: (time: string) => string }) {
  const t = useDeskWords();
  const now = useNow();
  return <time dateTime={since}>{say(durationWords(t, now - Date.parse(since)))}</time>;
}
