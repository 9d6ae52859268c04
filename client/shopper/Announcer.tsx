import { VisuallyHidden } from '@mantine/core';
import { useRef } from 'react';
import { useVoice } from './use-voice.ts';

/**
 * Reads new replies to screen readers. Silent for history that a reload brings back and for replies that sound anyway,
 * so that nobody hears two voices at once.
 */
export function Announcer() {
  const { reply, muted, speaking } = useVoice();
  const first = useRef(reply?.id);
  const fresh = reply && reply.id !== first.current ? reply : undefined;
  const sounds = !muted && speaking?.reply === fresh?.id;
  return (
    <VisuallyHidden role="log" aria-live="polite" aria-atomic="true">
      {fresh && !sounds ? fresh.text : ''}
    </VisuallyHidden>
  );
}
