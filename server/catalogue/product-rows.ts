import { asc, inArray } from 'drizzle-orm';
import type { Product, Variant } from '#protocol';
import type { Db } from '../store/index.ts';
import { products, productVariants } from './tables.ts';

type Row = typeof products.$inferSelect;
type VariantRow = typeof productVariants.$inferSelect;

/** Rows as products, in their order, each with its variants. */
export async function withVariants(db: Db, rows: readonly Row[]): Promise<Product[]> {
  if (rows.length === 0) return [];
  const slugs = rows.map(({ slug }) => slug);
  const found = await db
    .select()
    .from(productVariants)
    .where(inArray(productVariants.product, slugs))
    .orderBy(asc(productVariants.position));
  const bySlug = new Map<string, VariantRow[]>();
  for (const row of found) {
    const variants = bySlug.get(row.product);
    if (variants) variants.push(row);
    else bySlug.set(row.product, [row]);
  }
  return rows.map((row) => toProduct(row, bySlug.get(row.slug) ?? []));
}

/** Those of these slugs that the shop has. */
export async function readProducts(db: Db, slugs: readonly string[]): Promise<Map<string, Product>> {
  if (slugs.length === 0) return new Map();
  const rows = await db
    .select()
    .from(products)
    .where(inArray(products.slug, [...slugs]));
  return new Map((await withVariants(db, rows)).map((product) => [product.slug, product]));
}

function toProduct(
  { price, currency, width, depth, height, weight, inStock, alsoCalled, ...rest }: Row,
  variants: readonly VariantRow[],
): Product {
  const measured = width !== null && depth !== null && height !== null;
  return {
    ...rest,
    price: { amount: price, currency },
    ...(measured && { dimensions: { width, depth, height } }),
    ...(weight !== null && { weight }),
    ...(inStock !== null && { inStock }),
    ...(alsoCalled.length > 0 && { alsoCalled }),
    ...(variants.length > 0 && { variants: variants.map((row) => toVariant(row, currency)) }),
  };
}

const toVariant = ({ sku, options, price, inStock }: VariantRow, currency: string): Variant => ({
  sku,
  options,
  price: { amount: price, currency },
  ...(inStock !== null && { inStock }),
});

export function toRow({
  price,
  dimensions,
  weight,
  inStock,
  alsoCalled,
  variants: _,
  ...rest
}: Product): Row {
  const { width = null, depth = null, height = null } = dimensions ?? {};
  return {
    ...rest,
    price: price.amount,
    currency: price.currency,
    width,
    depth,
    height,
    weight: weight ?? null,
    inStock: inStock ?? null,
    alsoCalled: alsoCalled ?? [],
  };
}

export const toVariantRows = ({ slug, variants = [] }: Product): VariantRow[] =>
  variants.map(({ sku, options, price, inStock }, position) => ({
    product: slug,
    sku,
    position,
    options,
    price: price.amount,
    inStock: inStock ?? null,
  }));
