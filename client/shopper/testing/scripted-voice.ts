import { beforeTalk, type VoiceClient, type VoiceSnapshot } from '../../voice/contract.ts';

const quiet: VoiceSnapshot = {
  ...beforeTalk,
  connection: 'ready',
  language: 'en',
  muted: false,
};

export type VoiceAct = [name: keyof VoiceClient, ...details: unknown[]];

/** A voice client that a test plays: `set` changes what the page sees, `acts` holds what the page asked for. */
export interface ScriptedVoice extends VoiceClient {
  set(change: Partial<VoiceSnapshot>): void;
  level(level: number): void;
  acts: VoiceAct[];
}

export function createScriptedVoice(start: Partial<VoiceSnapshot> = {}): ScriptedVoice {
  let snapshot: VoiceSnapshot = { ...quiet, ...start };
  const listeners = new Set<() => void>();
  const meters = new Set<(level: number) => void>();
  const acts: VoiceAct[] = [];
  const set = (change: Partial<VoiceSnapshot>) => {
    snapshot = { ...snapshot, ...change };
    for (const listener of listeners) listener();
  };
  const note =
    (name: keyof VoiceClient) =>
    (...details: unknown[]) => {
      acts.push([name, ...details]);
    };
  return {
    acts,
    set,
    level: (level) => {
      for (const meter of meters) meter(level);
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    getSnapshot: () => snapshot,
    onLevel: (listener) => {
      meters.add(listener);
      return () => meters.delete(listener);
    },
    connect: note('connect'),
    disconnect: note('disconnect'),
    startListening: async (mode) => {
      acts.push(['startListening', mode]);
      set({ listening: mode, microphone: 'on' });
    },
    stopListening: () => {
      acts.push(['stopListening']);
      set({ listening: undefined, microphone: 'off' });
    },
    sendText: note('sendText'),
    choose: note('choose'),
    stopReply: () => {
      acts.push(['stopReply']);
      set({ speaking: undefined });
    },
    setLanguage: (language) => {
      acts.push(['setLanguage', language]);
      set({ language });
    },
    setGuide: note('setGuide'),
    tellAside: note('tellAside'),
    setMuted: (muted) => {
      acts.push(['setMuted', muted]);
      set({ muted });
    },
    dismissError: () => {
      acts.push(['dismissError']);
      set({ error: undefined });
    },
    carryCall: (call) => {
      acts.push(['carryCall', call]);
      return { post: () => undefined, stop: () => undefined };
    },
    setInCall: (inCall) => {
      acts.push(['setInCall', inCall]);
      set({ inCall });
    },
    token: async () => 'token',
    dismissRating: () => {
      acts.push(['dismissRating']);
      set({ ratingOf: undefined });
    },
    dispose: note('dispose'),
  };
}
