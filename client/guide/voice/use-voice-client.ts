import { useEffect, useState, useSyncExternalStore } from 'react';
import type { Language } from '#protocol';
import type { VoiceClient, VoiceSnapshot } from '../../voice/contract.ts';

export interface GuideVoice {
  client: VoiceClient;
  snapshot: VoiceSnapshot;
}

const noneYet = () => undefined;
const never = () => () => {};

/** Voice comes after the first step is on its way: hands are still free then. Undefined until it is there. */
export function useVoiceClient(
  language: Language,
  storage: Storage | undefined,
  token: () => Promise<string>,
): GuideVoice | undefined {
  const [client, setClient] = useState<VoiceClient>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: a change of language is told to the client below
  useEffect(() => {
    let made: VoiceClient | undefined;
    let left = false;
    import('../../voice/index.ts').then(
      ({ createVoiceClient }) => {
        if (left) return;
        const address = new URL('/v1/voice', window.location.href.replace(/^http/, 'ws')).href;
        made = createVoiceClient({ address, language, ...(storage && { storage }) });
        made.connect(token);
        setClient(made);
      },
      (error: unknown) => console.warn('Voice could not be loaded', error),
    );
    return () => {
      left = true;
      made?.dispose();
    };
  }, [storage, token]);
  useEffect(() => client?.setLanguage(language), [client, language]);
  const snapshot = useSyncExternalStore(client?.subscribe ?? never, client?.getSnapshot ?? noneYet);
  return client && snapshot && { client, snapshot };
}
