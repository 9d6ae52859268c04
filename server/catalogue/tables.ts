import { index, integer, jsonb, pgTable, primaryKey, real, text } from 'drizzle-orm/pg-core';
import type { VariantOptions } from '#protocol';

export const products = pgTable('products', {
  slug: text().primaryKey(),
  name: text().notNull(),
  noun: text().notNull(),
  category: text().notNull(),
  description: text().notNull(),
  picture: text().notNull(),
  /** Smallest unit of `currency`. */
  price: integer().notNull(),
  currency: text().notNull(),
  /** Millimetres; all three or none. */
  width: real(),
  depth: real(),
  height: real(),
  /** Grams. */
  weight: real(),
  materials: jsonb().$type<string[]>().notNull(),
  colours: jsonb().$type<string[]>().notNull(),
  facts: jsonb().$type<Record<string, string>>().notNull(),
  /** Null where nobody counts. */
  inStock: integer('in_stock'),
  assemblyMinutes: integer('assembly_minutes').notNull(),
  alsoCalled: jsonb('also_called').$type<string[]>().notNull().default([]),
});

export const productVariants = pgTable(
  'product_variants',
  {
    product: text()
      .notNull()
      .references(() => products.slug, { onDelete: 'cascade' }),
    sku: text().notNull(),
    position: integer().notNull(),
    options: jsonb().$type<VariantOptions>().notNull(),
    /** In the product's currency. */
    price: integer().notNull(),
    inStock: integer('in_stock'),
  },
  (table) => [primaryKey({ columns: [table.product, table.sku] })],
);

/** Words that products are found by, as rank.ts reads them. */
export const productWords = pgTable(
  'product_words',
  {
    word: text().notNull(),
    product: text()
      .notNull()
      .references(() => products.slug, { onDelete: 'cascade' }),
    /** Of the field in which it counts most. */
    weight: real().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.word, table.product] }),
    index('product_words_of').on(table.product),
  ],
);

/** Every word that some product is or was found by. */
export const productVocabulary = pgTable('product_vocabulary', { word: text().primaryKey() });

export const deliveryOptionRows = pgTable('delivery_options', {
  /** What an order's `shipping` names. */
  id: text().primaryKey(),
  /** What people call it; its id says it where absent. */
  name: text(),
  price: integer().notNull(),
  currency: text().notNull(),
  minDays: integer('min_days').notNull(),
  maxDays: integer('max_days').notNull(),
});
