import { integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { moment } from '../columns.ts';

export const articles = pgTable(
  'articles',
  {
    id: text().notNull(),
    language: text({ enum: ['en', 'zh'] }).notNull(),
    title: text().notNull(),
    /** Markdown. */
    body: text().notNull(),
    url: text(),
    /** Slugs; null where it is about all products. */
    products: jsonb().$type<string[]>(),
    origin: text({ enum: ['file', 'written'] }).notNull(),
    updatedAt: moment('updated_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.id, table.language] })],
);

/** One row, counted up in each transaction that changes an article: whoever has read that revision has them all. */
export const articleRevision = pgTable('article_revision', {
  only: integer().primaryKey().default(1),
  revision: integer().notNull(),
});
