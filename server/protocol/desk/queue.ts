import Type, { type Static } from 'typebox';
import { CallGuide, CallRole } from '../call/room.ts';
import { Language } from '../language.ts';
import { MoodReading } from '../mood.ts';
import { Moment, OrderBrief, OrderView } from '../order.ts';
import { Ticket } from './ticket.ts';

/** Why somebody is taken before others; the texts are the page's. `points` add up to the priority. */
export const PriorityReason = Type.Object({
  because: Type.Enum([
    'mood',
    'waiting',
    'order_value',
    'repeat_contact',
    'asked_for_person',
    'stuck',
    'returned',
  ]),
  points: Type.Number(),
});
export type PriorityReason = Static<typeof PriorityReason>;

/** One conversation that waits for a person. */
export const QueueEntry = Type.Object({
  handoff: Type.Integer(),
  conversation: Type.String(),
  customer: Type.Object({ id: Type.String(), name: Type.String() }),
  language: Language,
  reason: Type.String(),
  mood: MoodReading,
  lastWords: Type.Optional(Type.String()),
  order: Type.Optional(OrderBrief),
  guide: Type.Optional(
    Type.Object({
      slug: Type.String(),
      title: Type.String(),
      step: Type.Integer(),
      stepTitle: Type.String(),
      steps: Type.Integer(),
      enteredAt: Moment,
    }),
  ),
  requestedAt: Moment,
  /** Since when no page of theirs is open; absent while they are there. */
  awaySince: Type.Optional(Moment),
  priority: Type.Number(),
  reasons: Type.Array(PriorityReason),
});
export type QueueEntry = Static<typeof QueueEntry>;

/** One line of a conversation as staff read it. */
export const TranscriptLine = Type.Object({
  id: Type.String(),
  who: Type.Union([CallRole, Type.Literal('hexkey')]),
  name: Type.String(),
  text: Type.String(),
  source: Type.Enum(['voice', 'text', 'choice', 'call', 'reply']),
  mood: Type.Optional(MoodReading),
  at: Moment,
});
export type TranscriptLine = Static<typeof TranscriptLine>;

export const InternalNote = Type.Object({
  id: Type.Integer(),
  by: Type.String(),
  text: Type.String({ minLength: 1, maxLength: 2000 }),
  at: Moment,
});
export type InternalNote = Static<typeof InternalNote>;

/** Everything staff see of a conversation they hold. */
export const ConversationView = Type.Object({
  conversation: Type.String(),
  handoff: Type.Integer(),
  /** The call that belongs to it; staff may join at once, the customer when they have agreed. */
  call: Type.String(),
  customer: Type.Object({
    id: Type.String(),
    name: Type.String(),
    email: Type.Optional(Type.String()),
    since: Type.Optional(Moment),
    contacts: Type.Integer(),
  }),
  language: Language,
  reason: Type.String(),
  mood: MoodReading,
  moodOverTime: Type.Array(Type.Object({ at: Moment, mood: MoodReading })),
  order: Type.Optional(OrderView),
  orders: Type.Array(OrderBrief),
  guide: Type.Optional(CallGuide),
  transcript: Type.Array(TranscriptLine),
  notes: Type.Array(InternalNote),
  tickets: Type.Array(Ticket),
  requestedAt: Moment,
  takenAt: Moment,
});
export type ConversationView = Static<typeof ConversationView>;
