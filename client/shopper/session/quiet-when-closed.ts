import type { VoiceClient } from '../../voice/contract.ts';
import type { HostPage } from './host-page.ts';

/** Nobody sees a panel that the shop's page has closed: it neither listens nor speaks. Returns the way to stop watching. */
export function quietWhenClosed(client: VoiceClient, host: HostPage): () => void {
  return host.onClosed(() => {
    client.stopListening();
    client.stopReply();
  });
}
