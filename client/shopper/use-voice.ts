import { createContext, useContext, useSyncExternalStore } from 'react';
import type { VoiceClient, VoiceSnapshot } from '../voice/contract.ts';

export const VoiceContext = createContext<VoiceClient | undefined>(undefined);

export function useVoiceClient(): VoiceClient {
  const client = useContext(VoiceContext);
  if (!client) throw new Error('useVoiceClient is used outside VoiceContext');
  return client;
}

export function useVoice(): VoiceSnapshot {
  const client = useVoiceClient();
  return useSyncExternalStore(client.subscribe, client.getSnapshot);
}
