import { and, asc, count, eq, sql } from 'drizzle-orm';
import type { Article, StoredArticle } from '#protocol';
import { HexkeyError } from '../errors.ts';
import { asGiven, type Db, type Store } from '../store/index.ts';
import { type ArticleIndex, indexArticles } from './article-index.ts';
import type { ArticleName, Articles } from './contract.ts';
import { articleRevision, articles } from './tables.ts';

/** Texts that a shop may have, both languages counted. */
export const mostArticles = 2000;

export type ArticleRow = typeof articles.$inferSelect;

export function createArticles(
  { db }: Pick<Store, 'db'>,
  { now = () => new Date() }: { now?: () => Date } = {},
): Articles {
  let read: { revision: number; index: ArticleIndex } | undefined;

  const list = async () =>
    withState(await db.select().from(articles).orderBy(asc(articles.title), asc(articles.id)));

  /** The index of the articles as they are stored now. The revision is read before them: a change meanwhile is read next time. */
  async function current(): Promise<ArticleIndex> {
    const [row] = await db.select().from(articleRevision);
    const revision = row?.revision ?? 0;
    if (read?.revision !== revision) read = { revision, index: indexArticles(await list()) };
    return read.index;
  }

  return {
    list,
    answer: async (question) => (await current()).answer(question),
    async get({ id, language = 'en' }) {
      const versions = withState(await db.select().from(articles).where(eq(articles.id, id)));
      const inTurn = versions.sort(
        (one, other) =>
          Number(one.outdated) - Number(other.outdated) ||
          Number(other.language === language) - Number(one.language === language),
      );
      return inTurn[0];
    },
    save: (given) => db.transaction((tx) => saveArticles(tx, given, { origin: 'written', now: now() })),
    remove: (name) =>
      db.transaction(async (tx) => {
        const rows = await tx.select().from(articles).where(named(name));
        if (rows.some(({ origin }) => origin === 'file'))
          throw new HexkeyError(
            'conflict',
            `The article ${name.id} comes from a file of HEXKEY_ARTICLES: delete that, and start Hexkey again.`,
          );
        if (rows.length === 0) return false;
        await tx.delete(articles).where(named(name));
        await changed(tx);
        return true;
      }),
  };
}

const named = ({ id, language }: ArticleName) =>
  language ? and(eq(articles.id, id), eq(articles.language, language)) : eq(articles.id, id);

/** Whole numbers of a text: "10:00" says 10, "£1,250" says 1250. */
const numbersIn = (text: string) =>
  new Set(
    [...text.replace(/(\d),(?=\d{3})/g, '$1').matchAll(/\d+/g)]
      .map(([digits]) => Number(digits))
      .filter((n) => n > 0),
  );

const lacksOne = (numbers: ReadonlySet<number>, of: ReadonlySet<number>) =>
  [...of].some((number) => !numbers.has(number));

type Version = Pick<StoredArticle, 'id' | 'language' | 'title' | 'body' | 'updatedAt'>;

/**
 * Whether a newer text of the same article in another language has it otherwise: each has a number that the other has
 * not. A shop that changes its opening hours in one language must not be quoted with the old ones in the other.
 */
function isOutdated(one: Version, all: readonly Version[]): boolean {
  const numbers = numbersIn(one.body);
  return all.some((other) => {
    if (other.id !== one.id || other.language === one.language || other.updatedAt <= one.updatedAt)
      return false;
    const newer = numbersIn(other.body);
    return lacksOne(numbers, newer) && lacksOne(newer, numbers);
  });
}

function withState(rows: ArticleRow[]): StoredArticle[] {
  const stored = rows.map(({ url, products, updatedAt, ...row }) => ({
    ...row,
    ...(url !== null && { url }),
    ...(products !== null && { products }),
    updatedAt: updatedAt.toISOString(),
  }));
  const versions = new Map<string, typeof stored>();
  for (const article of stored) versions.set(article.id, [...(versions.get(article.id) ?? []), article]);
  return stored.map((article) => ({
    ...article,
    outdated: isOutdated(article, versions.get(article.id) ?? []),
  }));
}

/** Adds and replaces articles, in the caller's transaction. */
export async function saveArticles(
  tx: Db,
  given: readonly Article[],
  { origin, now }: { origin: ArticleRow['origin']; now: Date },
): Promise<void> {
  if (given.length === 0) return;
  const names = given.map(({ id, language }) => `${id} in ${language}`);
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  if (twice) throw new HexkeyError('bad_request', `The article ${twice} is given twice.`);
  await changed(tx);
  await tx
    .insert(articles)
    .values(
      given.map(({ url = null, products = null, ...article }) => ({
        ...article,
        url,
        products,
        origin,
        updatedAt: now,
      })),
    )
    .onConflictDoUpdate({ target: [articles.id, articles.language], set: asGiven(articles) });
  const [stored] = await tx.select({ count: count() }).from(articles);
  if ((stored?.count ?? 0) > mostArticles)
    throw new HexkeyError('conflict', `A shop has at most ${mostArticles} articles. Delete some first.`);
}

/** Counts the revision up. Its row's lock makes transactions that change articles follow one another. */
export async function changed(tx: Db): Promise<void> {
  await tx
    .insert(articleRevision)
    .values({ revision: 1 })
    .onConflictDoUpdate({
      target: articleRevision.only,
      set: { revision: sql`${articleRevision.revision} + 1` },
    });
}
