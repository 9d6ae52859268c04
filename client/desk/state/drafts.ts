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
