import type { TicketDraft } from '../../../server/protocol/index.ts';
import { isTicketDraft } from '../link/checks/is-ticket-draft.ts';
import { drafts } from '../state/drafts.ts';

/** What was written of a ticket before the page was reloaded or the session ended. */
export function readKeptDraft(conversation: string): TicketDraft | undefined {
  const text = drafts.read('ticket', conversation);
  if (text === '') return undefined;
  const value: unknown = JSON.parse(text);
  return isTicketDraft(value) ? value : undefined;
}

export const keepDraft = (draft: TicketDraft): void =>
  drafts.write('ticket', draft.conversation, JSON.stringify(draft));
