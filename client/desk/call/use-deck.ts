import { createContext, useContext, useEffect, useSyncExternalStore } from 'react';
import type { CallGuide, Caption, Still } from '#protocol';
import type { CallEngine } from '../../call/contract.ts';
import { useDeskState } from '../state/use-desk.ts';
import type { CallDeck } from './call-deck.ts';

export const DeckContext = createContext<CallDeck | undefined>(undefined);

export function useDeck(): CallDeck {
  const deck = useContext(DeckContext);
  if (!deck) throw new Error('There is no DeckContext above this component');
  return deck;
}

/** The engine of a call once it is made. */
export function useEngine(call: string): CallEngine | undefined {
  const deck = useDeck();
  return useSyncExternalStore(deck.subscribe, () => deck.engineOf(call));
}

const none: readonly Caption[] = [];
const nothingChanges = () => () => undefined;

/** Every caption of the call so far, the unfinished among them. */
export function useCaptions(call: string): readonly Caption[] {
  const engine = useEngine(call);
  return useSyncExternalStore(
    engine ? (listener) => engine.subscribe(listener) : nothingChanges,
    () => engine?.getSnapshot().room?.captions ?? none,
  );
}

/** The guide as the call has it, fresher than the conversation's. */
export function useEngineGuide(call: string): CallGuide | undefined {
  const engine = useEngine(call);
  return useSyncExternalStore(
    engine ? (listener) => engine.subscribe(listener) : nothingChanges,
    () => engine?.getSnapshot().room?.guide,
  );
}

const noStills: readonly Still[] = [];

/** The photos taken in the call so far. */
export function useStills(call: string): readonly Still[] {
  const engine = useEngine(call);
  return useSyncExternalStore(
    engine ? (listener) => engine.subscribe(listener) : nothingChanges,
    () => engine?.getSnapshot().room?.stills ?? noStills,
  );
}

/** Lets go of calls whose conversation is off the page or somebody else's. */
export function useReleaseOfCalls(): void {
  const deck = useDeck();
  const conversations = useDeskState('conversations');
  useEffect(() => {
    const kept = [...conversations.values()].filter(({ released }) => released === undefined);
    deck.keepOnly(new Set(kept.map(({ view }) => view.call)));
  }, [deck, conversations]);
  useEffect(() => () => deck.keepOnly(new Set()), [deck]);
}
