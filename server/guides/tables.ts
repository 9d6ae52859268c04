import { index, integer, pgTable, text } from 'drizzle-orm/pg-core';
import { moment } from '../columns.ts';

/** How far a customer is with a guide. One row a customer, guide and order. */
export const guideProgress = pgTable(
  'guide_progress',
  {
    id: text().primaryKey(),
    customer: text().notNull(),
    guide: text().notNull(),
    revision: integer().notNull(),
    order: text(),
    /** What is typed on another phone to go on there. */
    code: text().notNull().unique(),
    /** 0 while the parts are laid out, then the steps counted from 1; one past the last when the product stands. */
    step: integer().notNull().default(0),
    enteredAt: moment('entered_at').notNull(),
    startedAt: moment('started_at').notNull(),
    finishedAt: moment('finished_at'),
  },
  (table) => [index('guide_progress_of_customer').on(table.customer, table.guide)],
);

/** Each stay at a step, when it ended: where people take long or come back is where a guide needs work. */
export const guideStays = pgTable(
  'guide_stays',
  {
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    progress: text()
      .notNull()
      .references(() => guideProgress.id, { onDelete: 'cascade' }),
    step: integer().notNull(),
    seconds: integer().notNull(),
    /** Times the step was shown or said again during the stay. */
    repeats: integer().notNull(),
    endedAt: moment('ended_at').notNull(),
  },
  (table) => [index('guide_stays_of_progress').on(table.progress, table.step)],
);
