import type { Colleague, DeskEvent, QueueEntry, TranscriptLine } from '#protocol';
import { assertNever } from '../../ui/index.ts';
import type { DeskSnapshot, OpenConversation } from './snapshot.ts';

/** What about `event` shows: the desk after it. Answers to requests and what calls say is not shown here. */
export function afterDeskEvent(desk: DeskSnapshot, event: DeskEvent): Partial<DeskSnapshot> {
  switch (event.type) {
    case 'ready':
      if (event.who.kind === 'guest') {
        const { kind: _, ...guest } = event.who;
        return { guest, calls: event.calls };
      }
      return { me: event.who.staff, calls: event.calls, conversations: allStale(desk.conversations) };
    case 'queue':
      return { waiting: event.waiting.toSorted(byUrgency) };
    case 'colleagues':
      return takeColleagues(desk, event.colleagues);
    case 'figures':
      return { figures: event.figures };
    case 'conversation':
      return takeConversation(desk, event);
    case 'line':
      return change(desk, event.conversation, (open) => addLine(open, event.line));
    case 'released':
      return change(desk, event.conversation, (open) => ({ ...open, released: event.reason }));
    case 'refused':
      return { trouble: { code: event.code, message: event.message } };
    case 'done':
    case 'call':
    case 'pong':
      return {};
    default:
      return assertNever(event);
  }
}

/** Those who are there, then those who are gone; the highest priority first; among equals whoever waits longest. */
export const byUrgency = (one: QueueEntry, other: QueueEntry): number =>
  Number(one.awaySince !== undefined) - Number(other.awaySince !== undefined) ||
  other.priority - one.priority ||
  Date.parse(one.requestedAt) - Date.parse(other.requestedAt);

function takeConversation(
  desk: DeskSnapshot,
  { view, role }: Extract<DeskEvent, { type: 'conversation' }>,
): Partial<DeskSnapshot> {
  const conversations = new Map(desk.conversations);
  conversations.set(view.conversation, { view, role, released: undefined, stale: false });
  const taken = role === 'holder' && desk.accepting === view.handoff;
  return {
    conversations,
    ...(taken && { accepting: undefined }),
    ...((taken || desk.selected === undefined) && { selected: view.conversation }),
  };
}

/** What I held before a cut and hold no longer was released meanwhile. */
function takeColleagues(desk: DeskSnapshot, colleagues: Colleague[]): Partial<DeskSnapshot> {
  const me = colleagues.find(({ id }) => id === desk.me?.id);
  const conversations = new Map(desk.conversations);
  for (const [id, open] of conversations) {
    if (!open.stale || open.role !== 'holder' || !me || me.conversations.includes(id)) continue;
    conversations.set(id, { ...open, stale: false, released: open.released ?? 'handed_back' });
  }
  return { colleagues, conversations, ...(me && { presence: me.presence }) };
}

const allStale = (conversations: DeskSnapshot['conversations']) =>
  new Map([...conversations].map(([id, open]) => [id, { ...open, stale: true }]));

export function change(
  desk: DeskSnapshot,
  conversation: string,
  how: (open: OpenConversation) => OpenConversation,
): Pick<DeskSnapshot, 'conversations'> {
  const open = desk.conversations.get(conversation);
  if (!open) return { conversations: desk.conversations };
  return { conversations: new Map(desk.conversations).set(conversation, how(open)) };
}

/** A line that is there already is replaced: its words may have been mended. */
function addLine(open: OpenConversation, line: TranscriptLine): OpenConversation {
  const { view } = open;
  const known = view.transcript.some(({ id }) => id === line.id);
  const transcript = known
    ? view.transcript.map((old) => (old.id === line.id ? line : old))
    : [...view.transcript, line];
  const told = line.who === 'customer' && !known ? line.mood : undefined;
  return {
    ...open,
    view: {
      ...view,
      transcript,
      ...(told && { mood: told, moodOverTime: [...view.moodOverTime, { at: line.at, mood: told }] }),
    },
  };
}
