import { eq, inArray, notExists } from 'drizzle-orm';
import type { Product } from '#protocol';
import { asGiven, type Db } from '../store/index.ts';
import type { DeliveryOption } from './delivery-options.ts';
import { toRow, toVariantRows, withVariants } from './product-rows.ts';
import { wordWeights } from './rank.ts';
import { deliveryOptionRows, products, productVariants, productVocabulary, productWords } from './tables.ts';

/** Adds products, and brings those the shop already had up to date, with their variants and the words they are found by. */
export async function saveProducts(tx: Db, given: readonly Product[]): Promise<void> {
  if (given.length === 0) return;
  const slugs = given.map(({ slug }) => slug);
  for (const rows of inParts(given.map(toRow)))
    await tx
      .insert(products)
      .values(rows)
      .onConflictDoUpdate({ target: products.slug, set: asGiven(products) });
  await tx.delete(productVariants).where(inArray(productVariants.product, slugs));
  for (const rows of inParts(given.flatMap(toVariantRows))) await tx.insert(productVariants).values(rows);
  await indexProducts(tx, given);
}

/** Takes a product out of the shop; orders keep what they say of it. False where there is none. */
export async function deleteProduct(db: Db, slug: string): Promise<boolean> {
  const gone = await db.delete(products).where(eq(products.slug, slug)).returning({ slug: products.slug });
  return gone.length > 0;
}

/** Makes products findable that were saved before the words they are found by were kept. */
export async function indexMissing(db: Db): Promise<void> {
  const missing = notExists(db.select().from(productWords).where(eq(productWords.product, products.slug)));
  const rows = await db.select().from(products).where(missing);
  if (rows.length === 0) return;
  const given = await withVariants(db, rows);
  await db.transaction((tx) => indexProducts(tx, given));
}

async function indexProducts(tx: Db, given: readonly Product[]): Promise<void> {
  const words = given.flatMap((product) =>
    [...wordWeights(product)].map(([word, weight]) => ({ word, product: product.slug, weight })),
  );
  await tx.delete(productWords).where(
    inArray(
      productWords.product,
      given.map(({ slug }) => slug),
    ),
  );
  for (const rows of inParts(words)) await tx.insert(productWords).values(rows);
  const vocabulary = [...new Set(words.map(({ word }) => word))].map((word) => ({ word }));
  for (const rows of inParts(vocabulary))
    await tx.insert(productVocabulary).values(rows).onConflictDoNothing();
}

/** PostgreSQL takes at most 65,535 values in one statement. */
function* inParts<Row>(rows: readonly Row[], size = 1000): Generator<Row[]> {
  for (let from = 0; from < rows.length; from += size) yield rows.slice(from, from + size);
}

export async function saveDeliveryOptions(db: Db, given: readonly DeliveryOption[]): Promise<void> {
  if (given.length === 0) return;
  await db
    .insert(deliveryOptionRows)
    .values(
      given.map(({ id, name, price, days: [minDays, maxDays] }) => ({
        id,
        name: name ?? null,
        price: price.amount,
        currency: price.currency,
        minDays,
        maxDays,
      })),
    )
    .onConflictDoUpdate({ target: deliveryOptionRows.id, set: asGiven(deliveryOptionRows) });
}
