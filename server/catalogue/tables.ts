import { integer, jsonb, pgTable, real, text } from 'drizzle-orm/pg-core';

export const products = pgTable('products', {
  slug: text().primaryKey(),
  name: text().notNull(),
  noun: text().notNull(),
  category: text({ enum: ['furniture', 'electronics'] }).notNull(),
  description: text().notNull(),
  picture: text().notNull(),
  /** Smallest unit of `currency`. */
  price: integer().notNull(),
  currency: text().notNull(),
  /** Millimetres. */
  width: real().notNull(),
  depth: real().notNull(),
  height: real().notNull(),
  /** Grams. */
  weight: real().notNull(),
  materials: jsonb().$type<string[]>().notNull(),
  colours: jsonb().$type<string[]>().notNull(),
  facts: jsonb().$type<Record<string, string>>().notNull(),
  inStock: integer('in_stock').notNull(),
  assemblyMinutes: integer('assembly_minutes').notNull(),
});

export const deliveryOptions = pgTable('delivery_options', {
  /** "standard" and "express" are the two an order can be on; a shop may offer more at its checkout. */
  id: text().primaryKey(),
  price: integer().notNull(),
  currency: text().notNull(),
  minDays: integer('min_days').notNull(),
  maxDays: integer('max_days').notNull(),
});
