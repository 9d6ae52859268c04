import { useEffect, useRef } from 'react';
import { commandOf } from '../commands.ts';
import type { SessionSnapshot } from '../link/guide-session.ts';
import type { GuideAction, GuideView } from '../logic/action.ts';
import type { GuideVoice } from './use-voice-client.ts';

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
