import { useState } from 'react';
import { type DraftKind, drafts } from './drafts.ts';

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
