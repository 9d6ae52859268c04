import type { CallEvent, HistoryEntry, Reply } from '#protocol';

/**
 * What features tell one another after it has happened: stored first, then published. Listeners hold no state that a
 * missed message would spoil; they read the store again.
 */
export interface Topics {
  /** The queue of conversations that wait for a person is not what it was. */
  handoff_changed: { conversation: string };
  /** A conversation's facts, mood, guide step, notes or tickets are not what they were. */
  conversation_changed: { conversation: string };
  /** A stored entry of the history: by the shopper, by Hexkey, by staff, or said in a call. */
  conversation_said: { conversation: string; entry: HistoryEntry };
  /** Staff took the conversation and `call` waits for the customer, or (null) they have left it. */
  staff_joined: { conversation: string; staff: { name: string; call: string } | null };
  /** Hexkey tells the customer something of itself, unasked. It is said to those who are there, and not stored. */
  customer_told: { conversation: string; reply: Reply };
  /** The customer opened a page with the conversation, or closed the last of them. */
  customer_presence: { conversation: string };
  ask_rating: { conversation: string };
  /** Who is there, and who holds what. */
  presence_changed: { staff: string };
  /** All sessions of a member of staff have ended, or this one of them, or all `except` one. */
  staff_session_ended: { staff: string; session?: string; except?: string };
  /** A customer is at another step of a guide. */
  guide_moved: { customer: string };
  /** The links by which these guests came to a call were taken back. */
  guests_revoked: { call: string; guests: string[] };
  call_ended: { call: string; conversation: string; reason: Extract<CallEvent, { type: 'ended' }>['reason'] };
}
export type Topic = keyof Topics;

/** In-process publish and subscribe. */
export interface Bus {
  /** Listeners run before this returns; one that fails is reported and the others still hear. */
  publish<Name extends Topic>(topic: Name, message: Topics[Name]): void;
  /** Answers how to stop listening. */
  subscribe<Name extends Topic>(topic: Name, listener: (message: Topics[Name]) => void): () => void;
}
