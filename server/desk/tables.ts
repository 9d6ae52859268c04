import { index, integer, jsonb, pgTable, text, timestamp } from 'drizzle-orm/pg-core';

const moment = (name: string) => timestamp(name, { withTimezone: true, precision: 3 });

export const tickets = pgTable('tickets', {
  id: integer().primaryKey().generatedAlwaysAsIdentity(),
  key: text().notNull().unique(),
  customer: text().notNull(),
  conversation: text().notNull(),
  order: text(),
  kind: text({ enum: ['defect', 'complaint', 'other'] }).notNull(),
  state: text({ enum: ['open', 'closed'] })
    .notNull()
    .default('open'),
  summary: text().notNull(),
  facts: jsonb().$type<{ label: string; value: string }[]>().notNull(),
  openedAt: moment('opened_at').notNull(),
  dueAt: moment('due_at').notNull(),
});

/** Conversations that wait for a person, soonest first by priority and then by arrival. */
export const handoffs = pgTable(
  'handoffs',
  {
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    key: text().notNull().unique(),
    customer: text().notNull(),
    conversation: text().notNull(),
    order: text(),
    reason: text().notNull(),
    priority: integer().notNull(),
    state: text({ enum: ['waiting', 'taken', 'closed'] })
      .notNull()
      .default('waiting'),
    requestedAt: moment('requested_at').notNull(),
  },
  (table) => [index('handoffs_by_turn').on(table.state, table.priority, table.id)],
);
