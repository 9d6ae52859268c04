import { sql } from 'drizzle-orm';
import { customType, index, integer, pgTable, text, timestamp, uniqueIndex } from 'drizzle-orm/pg-core';

const moment = (name: string) => timestamp(name, { withTimezone: true, precision: 3 });
const bytes = customType<{ data: Uint8Array }>({ dataType: () => 'bytea' });

/** One call of a conversation; open until `endedAt`. */
export const calls = pgTable(
  'calls',
  {
    id: text().primaryKey(),
    conversation: text().notNull(),
    customer: text().notNull(),
    openedAt: moment('opened_at').notNull(),
    endedAt: moment('ended_at'),
    endReason: text('end_reason', {
      enum: ['staff_ended', 'everybody_left', 'transferred', 'server_closing'],
    }),
  },
  (table) => [
    index('calls_of_conversation').on(table.conversation),
    uniqueIndex('calls_open').on(table.conversation).where(sql`${table.endedAt} is null`),
  ],
);

/** Photos taken by the customer's phone during a call. */
export const callStills = pgTable(
  'call_stills',
  {
    id: text().primaryKey(),
    call: text()
      .notNull()
      .references(() => calls.id, { onDelete: 'cascade' }),
    width: integer().notNull(),
    height: integer().notNull(),
    jpeg: bytes().notNull(),
    takenAt: moment('taken_at').notNull(),
  },
  (table) => [index('call_stills_of_call').on(table.call), index('call_stills_by_age').on(table.takenAt)],
);

/** Links for second experts; the link itself is signed and not kept. */
export const callGuests = pgTable('call_guests', {
  id: text().primaryKey(),
  call: text()
    .notNull()
    .references(() => calls.id, { onDelete: 'cascade' }),
  name: text().notNull(),
  invitedBy: text('invited_by').notNull(),
  invitedAt: moment('invited_at').notNull(),
  expiresAt: moment('expires_at').notNull(),
});
