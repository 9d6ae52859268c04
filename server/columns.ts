import { date, timestamp } from 'drizzle-orm/pg-core';

/** A point in time, to the millisecond as JavaScript has it. */
export const moment = (name: string) => timestamp(name, { withTimezone: true, precision: 3 });

/** A day of the shop's calendar, as YYYY-MM-DD. */
export const day = (name: string) => date(name, { mode: 'string' });
