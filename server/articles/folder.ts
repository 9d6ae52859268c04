import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { and, eq, notInArray, sql } from 'drizzle-orm';
import type { Article } from '#protocol';
import { HexkeyError } from '../errors.ts';
import type { Store } from '../store/index.ts';
import { changed, mostArticles, saveArticles } from './create-articles.ts';
import { readMarkdownFile } from './front-matter.ts';
import { articles } from './tables.ts';

/** Bytes. The body has at most 50,000 characters. */
const largestFile = 250_000;

/** What is wrong with one file of a folder. */
export interface FileProblem {
  file: string;
  problem: string;
}

/**
 * The articles in a folder's Markdown files, in the order of their names. A file that is wrong is left out and told of.
 * Throws `bad_request` where there is no such folder.
 */
export async function readArticleFolder(
  folder: string,
): Promise<{ articles: Article[]; problems: FileProblem[] }> {
  const names = await readdir(folder).catch((error: unknown) => {
    throw new HexkeyError(
      'bad_request',
      `HEXKEY_ARTICLES names ${folder}, which cannot be read as a folder.`,
      {
        cause: error,
      },
    );
  });
  const found = new Map<string, Article>();
  const problems: FileProblem[] = [];
  for (const file of names
    .filter((name) => name.endsWith('.md'))
    .sort()
    .slice(0, mostArticles)) {
    const read = await readOne(join(folder, file), file);
    if ('problem' in read) problems.push({ file, problem: read.problem });
    else {
      const key = `${read.article.id} ${read.article.language}`;
      if (found.has(key))
        problems.push({ file, problem: `another file has ${read.article.id} in that language` });
      else found.set(key, read.article);
    }
  }
  return { articles: [...found.values()], problems };
}

async function readOne(path: string, name: string) {
  try {
    const { size } = await stat(path);
    if (size > largestFile) return { problem: `it has ${size} bytes, and at most ${largestFile} are read` };
    return readMarkdownFile(name, await readFile(path, 'utf8'));
  } catch (error) {
    return { problem: `it cannot be read: ${error instanceof Error ? error.message : String(error)}` };
  }
}

/** Makes the stored articles that come from files those of the folder: changed ones are replaced, ones without a file go. */
export async function takeArticleFolder(
  { db }: Pick<Store, 'db'>,
  given: readonly Article[],
  now = new Date(),
): Promise<void> {
  await db.transaction(async (tx) => {
    const before = await tx.select().from(articles).where(eq(articles.origin, 'file'));
    const stored = new Map(before.map((row) => [nameOf(row), row]));
    const fresh = given.filter((article) => !isSame(article, stored.get(nameOf(article))));
    const names = given.map(nameOf);
    const gone = before.filter((row) => !names.includes(nameOf(row)));
    if (gone.length > 0) {
      const name = sql<string>`${articles.id} || ' ' || ${articles.language}`;
      await tx
        .delete(articles)
        .where(and(eq(articles.origin, 'file'), names.length > 0 ? notInArray(name, names) : undefined));
      await changed(tx);
    }
    await saveArticles(tx, fresh, { origin: 'file', now });
  });
}

/** Makes articles that came from files ones that are edited here. */
export async function adoptFileArticles({ db }: Pick<Store, 'db'>): Promise<void> {
  await db.update(articles).set({ origin: 'written' }).where(eq(articles.origin, 'file'));
}

const nameOf = ({ id, language }: Pick<Article, 'id' | 'language'>) => `${id} ${language}`;

const isSame = (article: Article, row: typeof articles.$inferSelect | undefined): boolean =>
  row !== undefined &&
  row.title === article.title &&
  row.body === article.body &&
  (row.url ?? undefined) === article.url &&
  JSON.stringify(row.products ?? undefined) === JSON.stringify(article.products);
