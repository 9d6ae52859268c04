import { createContext, useContext, useState, useSyncExternalStore } from 'react';
import type { DeskSession } from './desk.ts';
import type { DeskSnapshot } from './snapshot.ts';

export const DeskContext = createContext<DeskSession | undefined>(undefined);

export function useDesk(): DeskSession {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error('There is no DeskContext above this component');
  return desk;
}

/** One part of the snapshot; the component renders again when that part changed. */
export function useDeskState<Part extends keyof DeskSnapshot>(part: Part): DeskSnapshot[Part] {
  const desk = useDesk();
  return useSyncExternalStore(desk.subscribe, () => desk.getSnapshot()[part]);
}

/** What somebody began to write about a conversation. */
export type DraftKind = 'reply' | 'note' | 'ticket';

const keyOf = (kind: DraftKind, conversation: string) => `hexkey.desk.${kind}.${conversation}`;

/**
 * Unsent words, kept while this window is open: through a reload, a cut line and a session that ended. Of the session alone,
 * since they may name customers.
 */
export const drafts = {
  read: (kind: DraftKind, conversation: string): string =>
    sessionStorage.getItem(keyOf(kind, conversation)) ?? '',
  write(kind: DraftKind, conversation: string, text: string): void {
    if (text === '') sessionStorage.removeItem(keyOf(kind, conversation));
    else sessionStorage.setItem(keyOf(kind, conversation), text);
  },
  forget(conversation: string): void {
    for (const kind of ['reply', 'note', 'ticket'] as const)
      sessionStorage.removeItem(keyOf(kind, conversation));
  },
};

/** Text of a field that outlives this page's mishaps. Mount it anew, by a key, for another conversation. */
export function useDraft(kind: DraftKind, conversation: string): [string, (text: string) => void] {
  const [text, setText] = useState(() => drafts.read(kind, conversation));
  return [
    text,
    (next) => {
      drafts.write(kind, conversation, next);
      setText(next);
    },
  ];
}
