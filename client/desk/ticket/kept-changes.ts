import { isTicketChanges } from '../checks.ts';
import { drafts } from '../state/drafts.ts';
import type { TicketChanges } from './ticket-changes.ts';

/** What was changed in a ticket before the page was reloaded, the ticket put away or the session ended. */
export function readKeptChanges(conversation: string): TicketChanges {
  const text = drafts.read('ticket', conversation);
  const value: unknown = text === '' ? {} : JSON.parse(text);
  return isTicketChanges(value) ? value : {};
}

export const keepChanges = (conversation: string, changes: TicketChanges): void =>
  drafts.write('ticket', conversation, Object.keys(changes).length === 0 ? '' : JSON.stringify(changes));
