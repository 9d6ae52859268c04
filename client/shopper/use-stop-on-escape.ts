import { useEffect } from 'react';
import type { VoiceClient } from '../voice/contract.ts';

/** Escape silences the reply, else ends listening, else closes the panel in a shop's page: not over a call that is on. */
export function useStopOnEscape(client: VoiceClient, onClose: (() => void) | undefined): void {
  useEffect(() => {
    const stop = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      const { speaking, listening, inCall } = client.getSnapshot();
      if (speaking) client.stopReply();
      else if (listening) client.stopListening();
      else if (!inCall) onClose?.();
    };
    window.addEventListener('keydown', stop);
    return () => window.removeEventListener('keydown', stop);
  }, [client, onClose]);
}
