import { sql } from 'drizzle-orm';
import { bigint, customType, index, integer, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { callRoles, mediaSources } from '#protocol';
import { moment } from '../columns.ts';

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

/** What one peer sent from one source without a break, as a file of the recordings' folder; `<id>.webm`. */
export const callRecordings = pgTable(
  'call_recordings',
  {
    id: text().primaryKey(),
    /** The file goes first, then the row: deleting a call never leaves a file behind. */
    call: text()
      .notNull()
      .references(() => calls.id),
    conversation: text().notNull(),
    /** The name of who is heard or seen, as the others in the call knew them. */
    name: text().notNull(),
    role: text({ enum: callRoles }).notNull(),
    source: text({ enum: mediaSources }).notNull(),
    codec: text({ enum: ['opus', 'vp8'] }).notNull(),
    startedAt: moment('started_at').notNull(),
    /** None while it is written. */
    endedAt: moment('ended_at'),
    durationMs: integer('duration_ms').notNull().default(0),
    bytes: bigint({ mode: 'number' }).notNull().default(0),
  },
  (table) => [
    index('call_recordings_of').on(table.conversation, table.startedAt),
    index('call_recordings_of_call').on(table.call),
    index('call_recordings_by_age').on(table.startedAt),
  ],
);
