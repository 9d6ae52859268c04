import { integer, pgTable, text } from 'drizzle-orm/pg-core';
import { day } from '../columns.ts';

/** The day the demo shop's dates count from; one row where the store was filled with it. */
export const demoShop = pgTable('demo_shop', {
  id: integer().primaryKey().default(1),
  today: day('today').notNull(),
});

/** The demo shop's own orders: only their dates roll forward. */
export const demoOrders = pgTable('demo_orders', { number: text().primaryKey() });
