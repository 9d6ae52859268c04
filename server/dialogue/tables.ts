import { index, integer, jsonb, pgTable, real, serial, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { moment } from '../columns.ts';

/** One shopper's thread across voice, text and buttons. */
export const conversations = pgTable(
  'conversations',
  {
    id: text('id').primaryKey(),
    customer: text('customer').notNull(),
    language: text('language').notNull(),
    /** See `State` in conversation/state.ts. */
    state: jsonb('state').notNull(),
    /** Turns taken: a turn is stored only on top of the one it was thought out for. */
    version: integer('version').notNull().default(0),
    createdAt: moment('created_at').notNull(),
    updatedAt: moment('updated_at').notNull(),
  },
  (table) => [
    index('conversations_customer').on(table.customer),
    index('conversations_by_age').on(table.updatedAt),
  ],
);

/** What was said and answered. The unique key is what makes a repeated turn harmless. */
export const turns = pgTable(
  'turns',
  {
    id: serial('id').primaryKey(),
    conversation: text('conversation')
      .notNull()
      .references(() => conversations.id, { onDelete: 'cascade' }),
    idempotencyKey: text('idempotency_key').notNull(),
    source: text('source').notNull(),
    text: text('text').notNull(),
    intent: text('intent').notNull(),
    mood: text('mood').notNull(),
    moodIntensity: real('mood_intensity').notNull(),
    reply: jsonb('reply').notNull(),
    at: moment('at').notNull(),
  },
  (table) => [uniqueIndex('turns_key').on(table.conversation, table.idempotencyKey)],
);

/** What people said beside the turns: staff, and the shopper to staff. Turns and lines together are the history. */
export const conversationLines = pgTable(
  'conversation_lines',
  {
    id: text('id').primaryKey(),
    conversation: text('conversation')
      .notNull()
      .references(() => conversations.id, { onDelete: 'cascade' }),
    who: text('who', { enum: ['shopper', 'staff'] }).notNull(),
    /** The member of staff's. */
    name: text('name'),
    text: text('text').notNull(),
    source: text('source', { enum: ['voice', 'text', 'choice', 'call'] }).notNull(),
    /** The shopper's. */
    mood: text('mood'),
    moodIntensity: real('mood_intensity'),
    at: moment('at').notNull(),
  },
  (table) => [index('conversation_lines_of').on(table.conversation, table.at)],
);
