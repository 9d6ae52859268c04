import { bigint, index, integer, jsonb, pgTable, text } from 'drizzle-orm/pg-core';

/** What the shop's back end has to learn of, in the order in which it was committed. Written with the change itself. */
export const shopChanges = pgTable(
  'shop_changes',
  {
    id: bigint({ mode: 'bigint' }).primaryKey().generatedAlwaysAsIdentity(),
    /** Whose it is, and of which order: also within `change`, here to be found by. */
    customer: text(),
    order: text(),
    change: jsonb().$type<unknown>().notNull(),
  },
  (table) => [
    index('shop_changes_of_order').on(table.order, table.id),
    index('shop_changes_of_customer').on(table.customer, table.id),
  ],
);

/** How far the shop's back end has read: the cursor it last asked with. One row, none before. */
export const feedReader = pgTable('feed_reader', {
  id: integer().primaryKey().default(1),
  seen: bigint({ mode: 'bigint' }).notNull(),
});
