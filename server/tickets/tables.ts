import { index, integer, jsonb, pgTable, text } from 'drizzle-orm/pg-core';
import { departments, type Fact, type TicketState } from '#protocol';
import { moment } from '../columns.ts';

const ticketStates = ['open', 'waiting_for_customer', 'solved', 'closed'] as const satisfies TicketState[];

/** What somebody has to see to: opened for a shopper by Hexkey, or written by staff. */
export const tickets = pgTable(
  'tickets',
  {
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    key: text().notNull().unique(),
    customer: text().notNull(),
    conversation: text().notNull(),
    order: text(),
    product: text(),
    part: text(),
    department: text({ enum: departments }).notNull().default('support'),
    state: text({ enum: ticketStates }).notNull().default('open'),
    problem: text().notNull(),
    stepsTried: jsonb('steps_tried').$type<string[]>().notNull().default([]),
    keyLines: jsonb('key_lines').$type<string[]>().notNull().default([]),
    /** Ids of photos of the conversation's calls. */
    stills: jsonb().$type<string[]>().notNull().default([]),
    facts: jsonb().$type<Fact[]>().notNull(),
    /** The name of the member of staff who wrote it; none where Hexkey opened it. */
    by: text(),
    version: integer().notNull().default(1),
    openedAt: moment('opened_at').notNull(),
    dueAt: moment('due_at').notNull(),
  },
  (table) => [
    index('tickets_of_conversation').on(table.conversation),
    index('tickets_by_due').on(table.state, table.dueAt),
  ],
);
