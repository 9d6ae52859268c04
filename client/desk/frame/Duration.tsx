import { useSyncExternalStore } from 'react';
import { type DeskWords, useDeskWords } from '../words.ts';

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

let now = Date.now();
let timer: ReturnType<typeof setInterval> | undefined;
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  if (listeners.size === 1) now = Date.now();
  timer ??= setInterval(() => {
    now = Date.now();
    for (const each of listeners) each();
  }, 1_000);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

/** Milliseconds since 1970, anew every second; one timer for the whole page. */
export const useNow = (): number => useSyncExternalStore(subscribe, () => now);
