import { VisuallyHidden } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import type { QueueEntry } from '#protocol';
import { useSettings } from '../frame/settings.ts';
import { useDeskState } from '../state/use-desk.ts';
import { useDeskWords } from '../words.ts';

/** Tells of new customers: in the page's title, by a sound, to screen readers, and outside the page. */
export function Alerts() {
  const t = useDeskWords();
  const waiting = useDeskState('waiting');
  const presence = useDeskState('presence');
  const [{ sound }] = useSettings();
  const [said, say] = useState('');
  const before = useRef(waiting);

  const count = waiting?.length ?? 0;
  useEffect(() => {
    document.title = count > 0 ? t.titleWaiting(count) : t.title;
  }, [count, t]);

  useEffect(() => {
    const came = newcomers(before.current, waiting);
    before.current = waiting ?? before.current;
    if (came.length === 0) return;
    say(
      came
        .map(({ customer, mood, reason }) => t.queue.came(customer.name, t.moods[mood.mood], reason))
        .join(' '),
    );
    if (presence === 'away' || presence === 'offline') return;
    if (sound) chime().catch((error: unknown) => console.warn('The sound could not be played.', error));
    for (const { customer, reason, handoff } of came)
      notify(t.queue.notification(customer.name), reason, `handoff-${handoff}`);
  }, [waiting, presence, sound, t]);

  return (
    <VisuallyHidden role="log" aria-live="polite" aria-label={t.queue.label}>
      {said}
    </VisuallyHidden>
  );
}

/** Hertz, and when each begins in seconds: a fourth upwards, friendly and short. */
const notes = [
  { pitch: 587.33, at: 0 },
  { pitch: 783.99, at: 0.14 },
] as const;
const loudness = 0.14;
const ringSeconds = 0.5;

let context: AudioContext | undefined;

/** A short sound for a new customer. Silent where the browser gives no sound before the first press on the page. */
export async function chime(): Promise<void> {
  context ??= new AudioContext();
  if (context.state === 'suspended') await context.resume();
  const begin = context.currentTime + 0.02;
  for (const { pitch, at } of notes) ring(context, pitch, begin + at);
}

function ring(audio: AudioContext, pitch: number, at: number): void {
  const tone = audio.createOscillator();
  const gain = audio.createGain();
  tone.type = 'sine';
  tone.frequency.value = pitch;
  gain.gain.setValueAtTime(0, at);
  gain.gain.linearRampToValueAtTime(loudness, at + 0.015);
  gain.gain.exponentialRampToValueAtTime(0.0001, at + ringSeconds);
  tone.connect(gain).connect(audio.destination);
  tone.start(at);
  tone.stop(at + ringSeconds);
}

type Queue = readonly QueueEntry[] | undefined;

/** Who waits now and did not before. Nobody on the first look: those were there already. */
export function newcomers(before: Queue, now: Queue): QueueEntry[] {
  if (!before || !now) return [];
  const known = new Set(before.map(({ handoff }) => handoff));
  return now.filter(({ handoff }) => !known.has(handoff));
}

export type NotificationState = 'unavailable' | 'default' | 'granted' | 'denied';

export const notificationState = (): NotificationState =>
  'Notification' in window ? Notification.permission : 'unavailable';

export const askForNotifications = (): Promise<NotificationState> => Notification.requestPermission();

/** Outside the page, and only while nobody looks at it. A press brings the page to the front. */
export function notify(title: string, body: string, tag: string): void {
  if (notificationState() !== 'granted' || document.visibilityState === 'visible') return;
  try {
    const shown = new Notification(title, { body, tag });
    shown.addEventListener('click', () => {
      window.focus();
      shown.close();
    });
  } catch (error) {
    // Chrome on Android grants them and lets only a service worker show them; sound and title still tell.
    console.warn('The browser shows no notifications', error);
  }
}
