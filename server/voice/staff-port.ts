import type { CallEvent, ServerEvent, StaffThere } from '#protocol';
import type { CallParticipant } from '../calls/contract.ts';

/** What a session hears of the people who help beside Hexkey; a reply is what Hexkey tells of them unasked. */
export type StaffNews = Extract<ServerEvent, { type: 'staff' | 'said' | 'ask_rating' | 'reply' }>;

/** The people who help beside Hexkey. */
export interface StaffPort {
  /** Who has the conversation now, and the call that waits for the customer. */
  staffOf(conversation: string): Promise<StaffThere | undefined>;
  /** Tells what happens in a conversation from now on. Answers how to stop. */
  listen(conversation: string, on: (news: StaffNews) => void): () => void;
  /** The customer has a page open with the conversation. Answers what to do when it is closed or cut. */
  attend(conversation: string): () => void;
  participate(taken: {
    call: string;
    customer: string;
    /** How others in the call see the customer called. */
    name: string;
    send: (event: CallEvent) => void;
  }): CallParticipant;
}
