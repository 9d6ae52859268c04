import { between, inArray, sql } from 'drizzle-orm';
import type { Product } from '#protocol';
import type { Db } from '../store/index.ts';
import { nounsInChinese } from './chinese-nouns.ts';
import { otherWords } from './other-words.ts';
import { withVariants } from './product-rows.ts';
import { isSlip, rankProducts, slipShare, slipsIn, wantedWords } from './rank.ts';
import { products, productVocabulary, productWords } from './tables.ts';

/** Products that the store finds and that are then ranked more closely. */
const mostRanked = 100;

/**
 * Products that fit some words, best first. The store finds those that share words with them, by its index of words; what
 * it finds is ranked by rankProducts. A word that no product has is taken for a slip of one that some have.
 */
export async function searchProducts(db: Db, words: string, limit: number): Promise<Product[]> {
  const query = [words, ...nounsInChinese(words)].join(' ');
  const wanted = wantedWords(query);
  if (wanted.length === 0) return [];
  const said = [...new Set(wanted.flatMap((word) => [word, otherWords.get(word) ?? word]))];
  const known = new Set(
    (await db.select().from(productVocabulary).where(inArray(productVocabulary.word, said))).map(
      ({ word }) => word,
    ),
  );
  const shares = new Map<string, number>();
  const slipped: string[] = [];
  for (const word of wanted) {
    const meant = [word, otherWords.get(word)].filter((one) => one !== undefined && known.has(one));
    for (const one of meant) if (one !== undefined) shares.set(one, 1);
    if (meant.length === 0 && slipsIn(word) > 0) slipped.push(word);
  }
  for (const word of await slipsOf(db, slipped)) if (!shares.has(word)) shares.set(word, slipShare);
  if (shares.size === 0) return [];
  const slugs = await bestBy(db, shares);
  const rows = await db.select().from(products).where(inArray(products.slug, slugs));
  return rankProducts(await withVariants(db, rows), query).slice(0, limit);
}

/** Words of the shop's vocabulary that these may be slips of. */
async function slipsOf(db: Db, words: readonly string[]): Promise<string[]> {
  if (words.length === 0) return [];
  const lengths = words.map(({ length }) => length);
  const length = sql<number>`length(${productVocabulary.word})`;
  const near = await db
    .select()
    .from(productVocabulary)
    .where(between(length, Math.min(...lengths) - 2, Math.max(...lengths) + 2));
  return near.map(({ word }) => word).filter((said) => words.some((word) => isSlip(word, said)));
}

async function bestBy(db: Db, shares: ReadonlyMap<string, number>): Promise<string[]> {
  const share = sql.join(
    [...shares].map(([word, of]) => sql`when ${word} then ${of}::real`),
    sql` `,
  );
  const score = sql`sum(${productWords.weight} * case ${productWords.word} ${share} end)`;
  const rows = await db
    .select({ slug: productWords.product })
    .from(productWords)
    .where(inArray(productWords.word, [...shares.keys()]))
    .groupBy(productWords.product)
    .orderBy(sql`${score} desc`, productWords.product)
    .limit(mostRanked);
  return rows.map(({ slug }) => slug);
}
