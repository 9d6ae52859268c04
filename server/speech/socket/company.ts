import type { CallEvent, CallRequest, ServerEvent, StaffThere } from '#protocol';

/** The customer's place in a live call. A request is answered by an event with its id. */
export interface CallSeat {
  request(id: string, request: CallRequest): Promise<void>;
  /** The socket is cut; it may come back. */
  away(): void;
  back(): void;
  /** The session is over. */
  close(): void;
}

/** What a session hears of the people who help beside Hexkey. */
export type CompanyNews = Extract<ServerEvent, { type: 'staff' | 'said' | 'ask_rating' }>;

/** The people who help beside Hexkey. */
export interface Company {
  /** Who has the conversation now, and the call that waits for the customer. */
  staffOf(conversation: string): Promise<StaffThere | undefined>;
  /** Tells what happens in a conversation from now on. Answers how to stop. */
  listen(conversation: string, on: (news: CompanyNews) => void): () => void;
  seat(taken: {
    call: string;
    customer: string;
    /** How others in the call see the customer called. */
    name: string;
    send: (event: CallEvent) => void;
  }): CallSeat;
}
