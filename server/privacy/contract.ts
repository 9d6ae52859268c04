import Type, { type Static } from 'typebox';
import { Address, Moment, PaymentMethod } from '#protocol';

const Rows = Type.Array(Type.Record(Type.String(), Type.Unknown()));

/** Everything that is kept about one customer, for them to have. What each row holds is what the tables hold. */
export const CustomerRecord = Type.Object({
  /** When it was read. */
  at: Moment,
  customer: Type.Object({
    id: Type.String(),
    firstName: Type.String(),
    name: Type.String(),
    email: Type.String(),
  }),
  addresses: Type.Array(Address),
  paymentMethods: Type.Array(PaymentMethod),
  /** With lines, history, payments and refunds. */
  orders: Rows,
  /** What they changed, oldest first. */
  changes: Rows,
  /** With what was said and answered. */
  conversations: Rows,
  /** Tickets, hand-offs to people, and what staff noted and how they were rated. */
  tickets: Rows,
  handoffs: Rows,
  notes: Rows,
  ratings: Rows,
  calls: Rows,
  recordings: Rows,
  guides: Rows,
});
export type CustomerRecord = Static<typeof CustomerRecord>;

export interface Privacy {
  /** `undefined` where nothing of them is kept. */
  record(customer: string): Promise<CustomerRecord | undefined>;
  /**
   * Erases a customer: recordings first, then all the rest in one transaction. Answers how much there was. Throws
   * `not_found` where nothing of them is kept. A conversation that is under way ends with it: call it after the turn.
   */
  erase(customer: string): Promise<{ orders: number; conversations: number }>;
}
