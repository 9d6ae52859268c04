import type {
  CallEvent,
  Colleague,
  ConversationView,
  DeskFigures,
  InternalNote,
  Moment,
  MoodReading,
  QueueEntry,
  StaffMember,
} from '#protocol';
import type { CallParticipant } from '../calls/contract.ts';
import type { Db } from '../store/contract.ts';

export interface HandoffRequest {
  customer: string;
  conversation: string;
  reason: string;
  mood: MoodReading;
  order?: string;
  /** Of the order, in the currency's smallest unit. */
  orderValue?: number;
  /** Since when they are at the step of the guide that is open. */
  atStepSince?: Moment;
  idempotencyKey: string;
}

/**
 * Where Hexkey hands over to staff, in the caller's transaction; the first result again for a known key. The queue is read
 * anew when the caller has told the bus of the conversation's change.
 */
export interface Desk {
  requestHandoff(tx: Db, request: HandoffRequest): Promise<{ position: number; requestedAt: Moment }>;
}

/** What staff do with the conversations that were handed to them. */
export interface StaffDesk {
  /** Those who wait, soonest first. */
  queue(): Promise<QueueEntry[]>;
  /** Everything of a conversation that is or was with staff. Throws `not_found`. */
  view(conversation: string): Promise<ConversationView>;
  /** Throws `not_found`, and `forbidden` unless they have it, had it last, or supervise. */
  requireReadable(staff: StaffMember, conversation: string): Promise<void>;
  /** Exactly one of several who accept at once gets it. Throws `conflict` for the others, and `not_found`. */
  accept(staff: StaffMember, handoff: number): Promise<{ conversation: string; call: string }>;
  /** Back to the queue, in its old place. This and what follows throw `conflict` where they do not have it. */
  handBack(staff: StaffMember, conversation: string): Promise<void>;
  /** Throws `conflict` where the colleague is not there to take it. */
  transfer(staff: StaffMember, conversation: string, to: string): Promise<void>;
  close(staff: StaffMember, conversation: string): Promise<void>;
  say(staff: StaffMember, conversation: string, text: string): Promise<void>;
  /** Where the guest goes, from the server's root on. */
  invite(staff: StaffMember, conversation: string, name: string): Promise<{ path: string }>;
  /** Takes back all links for guests; those who came by one are put out. */
  uninvite(staff: StaffMember, conversation: string): Promise<void>;
  /** A place in the conversation's call: of whoever has it, or a supervisor's who listens in. Throws `forbidden`. */
  participate(staff: StaffMember, call: string, send: (event: CallEvent) => void): Promise<CallParticipant>;
  /** Who has the conversation, and the call that waits for the customer. */
  staffOf(conversation: string): Promise<{ name: string; call: string } | undefined>;
  /** The conversations that a member of staff has, longest first. */
  heldBy(staff: string): Promise<string[]>;
  colleagues(): Promise<Colleague[]>;
  figures(): Promise<DeskFigures>;
  addNote(staff: StaffMember, conversation: string, text: string): Promise<InternalNote>;
  /**
   * Returns to the queue whom absent staff have, and lets waiting customers go who are gone for a while. It happens by
   * itself; resolves when it is done.
   */
  seeToUnattended(): Promise<void>;
  /** Stops listening to the bus. */
  stop(): void;
}
