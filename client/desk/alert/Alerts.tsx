import { VisuallyHidden } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useSettings } from '../frame/settings.ts';
import { useDeskState } from '../state/use-desk.ts';
import { useDeskWords } from '../words.ts';
import { chime } from './chime.ts';
import { newcomers } from './newcomers.ts';
import { notify } from './notifications.ts';

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
