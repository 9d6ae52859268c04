import { bigint, jsonb, pgTable } from 'drizzle-orm/pg-core';

/** What the shop's back end has to learn of, in the order in which it was committed. Written with the change itself. */
export const shopChanges = pgTable('shop_changes', {
  id: bigint({ mode: 'bigint' }).primaryKey().generatedAlwaysAsIdentity(),
  change: jsonb().$type<unknown>().notNull(),
});
