import { boolean, index, pgTable, text } from 'drizzle-orm/pg-core';
import { staffRoles } from '#protocol';
import { moment } from '../columns.ts';

export const staff = pgTable('staff', {
  id: text().primaryKey(),
  name: text().notNull(),
  /** In lower case. */
  email: text().notNull().unique(),
  role: text({ enum: staffRoles }).notNull(),
  /** Argon2id in PHC string format; none where they sign in with the shop's identity provider or for the demo. */
  password: text(),
  /** Of the demo shop: signs in by one click where that is offered. */
  demo: boolean().notNull().default(false),
  active: boolean().notNull().default(true),
  createdAt: moment('created_at').notNull(),
  lastSeenAt: moment('last_seen_at'),
});

/** Who is signed in. The token itself is with the browser alone. */
export const staffSessions = pgTable(
  'staff_sessions',
  {
    /** SHA-256 of the token, base64url. */
    tokenHash: text('token_hash').primaryKey(),
    staff: text()
      .notNull()
      .references(() => staff.id, { onDelete: 'cascade' }),
    startedAt: moment('started_at').notNull(),
    seenAt: moment('seen_at').notNull(),
  },
  (table) => [index('staff_sessions_of').on(table.staff)],
);

/** Links that make an account (the first admin's, and invitations) or give it a new password. Each is good once. */
export const staffSetupLinks = pgTable('staff_setup_links', {
  /** SHA-256 of the token, base64url. */
  tokenHash: text('token_hash').primaryKey(),
  purpose: text({ enum: ['set_up', 'invitation', 'reset'] }).notNull(),
  /** In lower case; an invitation's, or a reset's account. */
  email: text(),
  role: text({ enum: staffRoles }).notNull(),
  createdAt: moment('created_at').notNull(),
  expiresAt: moment('expires_at').notNull(),
  usedAt: moment('used_at'),
});
