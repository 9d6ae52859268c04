import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { and, eq, notInArray, sql } from 'drizzle-orm';
import Value from 'typebox/value';
import { Article } from '#protocol';
import { HexkeyError } from '../errors.ts';
import type { Store } from '../store/index.ts';
import { changed, mostArticles, saveArticles } from './create-articles.ts';
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

type ReadFile = { article: Article } | { problem: string };

const listed = (text: string) =>
  text
    .replace(/^\[|\]$/g, '')
    .split(',')
    .map((item) => unquoted(item.trim()))
    .filter(Boolean);
const unquoted = (text: string) => /^(["'])(.*)\1$/.exec(text)?.[2] ?? text;

/**
 * An article from a Markdown file: `returns.en.md` is the article "returns". Above its text stand, between two lines of
 * `---`, `title:` and `language:`, and `url:` and `products: slug, slug` where there are such.
 */
function readMarkdownFile(name: string, text: string): ReadFile {
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  const end = lines.indexOf('---', 1);
  if (lines[0] !== '---' || end < 0)
    return { problem: 'it does not begin with its title and language between two lines of ---' };
  const given: Record<string, unknown> = {
    id: name.split('.')[0],
    body: lines
      .slice(end + 1)
      .join('\n')
      .trim(),
  };
  for (const [at, line] of lines.slice(1, end).entries()) {
    if (line.trim() === '') continue;
    const colon = line.indexOf(':');
    const field = line.slice(0, Math.max(0, colon)).trim();
    if (!fields.has(field))
      return { problem: `line ${at + 2} is none of ${[...fields].map((known) => `${known}: …`).join(', ')}` };
    const value = line.slice(colon + 1).trim();
    given[field] = field === 'products' ? listed(value) : unquoted(value);
  }
  if (Value.Check(Article, given)) return { article: given };
  const [wrong] = Value.Errors(Article, given);
  return { problem: wrong ? `${wrong.instancePath.slice(1) || 'it'} ${wrong.message}` : 'it is no article' };
}

const fields: ReadonlySet<string> = new Set(['title', 'language', 'url', 'products']);

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
