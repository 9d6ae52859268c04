import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { Language, Reply } from '#protocol';
import type { VoiceClient, VoiceSnapshot } from '../../voice/contract.ts';
import type { SessionSnapshot } from '../link/guide-session.ts';
import type { GuideAction, GuideView } from '../logic/action.ts';

/** What a reply has the guide with this progress do. Undefined where it has nothing to do with it. */
export function commandOf(
  { guide, intent }: Pick<Reply, 'guide' | 'intent'>,
  progress: string | undefined,
): GuideAction | GuideView | undefined {
  if (!guide || (guide.progress !== undefined && guide.progress !== progress)) return undefined;
  if (guide.part !== undefined) return { type: 'show', part: guide.part };
  if (guide.step !== undefined)
    return intent === 'repeat_step' ? { type: 'repeat' } : { type: 'go', place: guide.step };
  if (guide.act === undefined) return undefined;
  return { type: guide.act === 'check' ? 'next' : guide.act };
}

/** Tells the assistant where the guide stands, and carries out what its replies have the guide do, each once. */
export function useSpokenCommands(
  voice: GuideVoice | undefined,
  slug: string,
  { playthrough, progress }: SessionSnapshot,
  carryOut: (command: GuideAction | GuideView) => void,
): void {
  const { place, enteredAt, asking, pausedAt } = playthrough;
  const client = voice?.client;
  const id = progress?.id;
  useEffect(() => {
    client?.setGuide({
      guide: slug,
      ...(id !== undefined && { progress: id }),
      step: place,
      enteredAt: new Date(enteredAt).toISOString(),
      asking,
      paused: pausedAt !== undefined,
    });
  }, [client, slug, id, place, enteredAt, asking, pausedAt]);
  useEffect(() => () => client?.setGuide(undefined), [client]);

  const reply = voice?.snapshot.reply;
  const heeded = useRef<string>(undefined);
  useEffect(() => {
    if (!reply || reply.id === heeded.current) return;
    heeded.current = reply.id;
    const command = commandOf(reply, id);
    if (command) carryOut(command);
  }, [reply, id, carryOut]);
}

export interface GuideVoice {
  client: VoiceClient;
  snapshot: VoiceSnapshot;
}

const noneYet = () => undefined;
const never = () => () => {};

/** Voice comes after the first step is on its way: hands are still free then. Undefined until it is there. */
export function useGuideVoice(
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
