import { index, integer, pgTable, real, smallint, text } from 'drizzle-orm/pg-core';
import { moods } from '#protocol';
import { moment } from '../columns.ts';

/** Conversations that wait for a person, are with one, or were. */
export const handoffs = pgTable(
  'handoffs',
  {
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    key: text().notNull().unique(),
    customer: text().notNull(),
    conversation: text().notNull(),
    order: text(),
    reason: text().notNull(),
    mood: text({ enum: moods }).notNull().default('neutral'),
    moodIntensity: real('mood_intensity').notNull().default(0),
    /** Of the order, in the currency's smallest unit. */
    orderValue: integer('order_value'),
    /** Earlier hand-offs and tickets of the customer in the 30 days before. */
    earlierContacts: integer('earlier_contacts').notNull().default(0),
    /** Since when they had been at the step of the guide that they were at. */
    atStepSince: moment('at_step_since'),
    state: text({ enum: ['waiting', 'taken', 'closed'] })
      .notNull()
      .default('waiting'),
    requestedAt: moment('requested_at').notNull(),
    /** When it came back because whoever had it was not there any more. */
    returnedAt: moment('returned_at'),
    /** The member of staff who has it, or closed it. */
    takenBy: text('taken_by'),
    takenAt: moment('taken_at'),
    firstTakenAt: moment('first_taken_at'),
    call: text(),
    closedAt: moment('closed_at'),
    /** None of those that earlier versions closed, which staff did. */
    endReason: text('end_reason', { enum: ['closed_by_staff', 'customer_left', 'asked_again'] }),
  },
  (table) => [
    index('handoffs_by_state').on(table.state, table.requestedAt),
    index('handoffs_of_conversation').on(table.conversation),
    index('handoffs_of_customer').on(table.customer, table.requestedAt),
    index('handoffs_call').on(table.call),
  ],
);

/** What staff tell one another about a conversation. */
export const internalNotes = pgTable(
  'internal_notes',
  {
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    conversation: text().notNull(),
    by: text().notNull(),
    text: text().notNull(),
    at: moment('at').notNull(),
  },
  (table) => [index('internal_notes_of').on(table.conversation, table.id)],
);

export const cannedReplies = pgTable('canned_replies', {
  id: integer().primaryKey().generatedAlwaysAsIdentity(),
  title: text().notNull(),
  text: text().notNull(),
});

/** How customers found their conversation with staff, 1 to 5; once each. */
export const ratings = pgTable(
  'ratings',
  {
    conversation: text().primaryKey(),
    /** None once the conversation is forgotten: the figure stays. */
    customer: text(),
    rating: smallint().notNull(),
    at: moment('at').notNull(),
  },
  (table) => [index('ratings_by_age').on(table.at)],
);
