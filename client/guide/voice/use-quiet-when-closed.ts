import { useEffect } from 'react';
import type { HostPage } from '../../shopper/index.ts';
import type { VoiceClient } from '../../voice/contract.ts';

/** Nobody sees a panel that the shop's page has closed: it neither listens nor speaks. */
export function useQuietWhenClosed(client: VoiceClient | undefined, host: HostPage | undefined): void {
  useEffect(() => {
    if (!client) return;
    return host?.onClosed(() => {
      client.stopListening();
      client.stopReply();
    });
  }, [client, host]);
}
