import { VisuallyHidden } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import type { HistoryEntry } from '#protocol';
import { useVoice } from './use-voice.ts';

/** A reply that does not sound within so long, in milliseconds, will not: the voice begins with its first sentence. */
const soundsWithinMs = 1_500;

type Written = Extract<HistoryEntry, { who: 'staff' }>;
/** What staff say in a call is heard. */
const isWritten = (entry: HistoryEntry): entry is Written => entry.who === 'staff' && entry.source === 'text';

/**
 * Reads new replies and what staff write to screen readers. Silent for history that a reload brings back and for replies
 * that sound anyway, so that nobody hears two voices at once.
 */
export function Announcer() {
  const { reply, muted, speaking, history, connection } = useVoice();
  const first = useRef(reply?.id);
  const [sounded, setSounded] = useState<string>();
  const [silent, setSilent] = useState<string>();
  const fresh = reply && reply.id !== first.current ? reply : undefined;
  const id = fresh?.id;
  const sounding = speaking?.reply;
  useEffect(() => {
    if (!muted && sounding !== undefined) setSounded(sounding);
  }, [muted, sounding]);
  useEffect(() => {
    const late = setTimeout(() => setSilent(id), muted ? 0 : soundsWithinMs);
    return () => clearTimeout(late);
  }, [id, muted]);

  const known = useRef<Set<string>>(undefined);
  if (connection === 'ready') known.current ??= new Set(history.map((entry) => entry.id));
  const written = history.filter(isWritten).filter((entry) => known.current?.has(entry.id) === false);
  return (
    <VisuallyHidden>
      <div role="log" aria-live="polite" aria-atomic="true">
        {fresh && silent === id && sounded !== id ? fresh.text : ''}
      </div>
      <div role="log" aria-live="polite">
        {written.map((entry) => (
          <p key={entry.id}>{entry.text}</p>
        ))}
      </div>
    </VisuallyHidden>
  );
}
