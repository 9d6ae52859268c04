import { index, integer, pgTable, text } from 'drizzle-orm/pg-core';
import { moment } from '../columns.ts';

/** Questions alike that nobody could answer. Its wording is that of the first, and stays: a group never changes its meaning. */
export const gaps = pgTable('gaps', {
  id: integer().primaryKey().generatedAlwaysAsIdentity(),
  language: text({ enum: ['en', 'zh'] }).notNull(),
  question: text().notNull(),
  count: integer().notNull(),
  firstAskedAt: moment('first_asked_at').notNull(),
  lastAskedAt: moment('last_asked_at').notNull(),
  /** Not shown any more until it is asked again. */
  dismissedAt: moment('dismissed_at'),
});

/** The newest wordings of a group. Without personal data. */
export const gapExamples = pgTable(
  'gap_examples',
  {
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    gap: integer()
      .notNull()
      .references(() => gaps.id, { onDelete: 'cascade' }),
    text: text().notNull(),
    intent: text(),
    /** In which it was asked; null once that is forgotten. */
    conversation: text(),
    at: moment('at').notNull(),
  },
  (table) => [
    index('gap_examples_of_gap').on(table.gap),
    index('gap_examples_of_conversation').on(table.conversation),
  ],
);
