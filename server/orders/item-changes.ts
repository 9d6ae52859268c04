import type { PaymentMethod, Product, Variant, VariantOptions } from '#protocol';
import { readProducts } from '../catalogue/index.ts';
import type { Db } from '../store/index.ts';
import type { ItemChange, Swap, WantedItem } from './contract.ts';
import { differenceMethods, payerOf, receiverOf } from './ledger.ts';
import { chosenLines, freshLineId, splitLines } from './lines.ts';
import { NotPossibleError } from './not-possible.ts';
import type { OrderCase } from './order-case.ts';
import { type LineRow, priceOf, standing, untouched } from './order-rows.ts';
import type { ShopPolicies } from './policies.ts';

/** Lines as they would be, and what that costs more (or less, where negative). */
interface Outcome {
  lines: LineRow[];
  /** Those that were changed. */
  chosen: LineRow[];
  difference: number;
}

type Products = ReadonlyMap<string, Product>;

/** Who pays a difference, or receives it. Throws NotPossibleError where the method named cannot. */
export function quoteItems(
  at: OrderCase,
  difference: number,
  method: string | undefined,
): { difference: number; payer: PaymentMethod | undefined } {
  if (difference > 0) return { difference, payer: payerOf(at, difference, method) };
  if (method !== undefined) receiverOf(at, differenceMethods(at), method);
  return { difference, payer: undefined };
}

/** Something of the catalogue as a line names it. */
interface Item {
  slug: string;
  name: string;
  noun: string;
  picture: string;
  sku: string | null;
  options: VariantOptions | null;
  price: number;
}

/** What is wanted, as the catalogue has it in the order's currency, with enough of it there. */
function itemOf(
  products: Products,
  slug: string,
  sku: string | undefined,
  pieces: number,
  currency: string,
): Item {
  const product = products.get(slug);
  if (!product) throw new NotPossibleError('no_such_product');
  const variant = variantOf(product, sku);
  const { price, inStock } = variant ?? product;
  if (price.currency !== currency) throw new NotPossibleError('other_currency');
  if (inStock !== undefined && inStock < pieces) throw new NotPossibleError('out_of_stock');
  const { name, noun, picture } = product;
  const of = { sku: variant?.sku ?? null, options: variant?.options ?? null };
  return { slug, name, noun, picture, ...of, price: price.amount };
}

function variantOf({ variants = [] }: Product, sku: string | undefined): Variant | undefined {
  if (sku === undefined && variants.length === 0) return undefined;
  if (sku === undefined && variants.length > 1) throw new NotPossibleError('variant_needed');
  const variant = sku === undefined ? variants[0] : variants.find((one) => one.sku === sku);
  if (!variant) throw new NotPossibleError('no_such_variant');
  return variant;
}

const wantedOf = (
  line: LineRow,
  { product = line.slug, sku }: WantedItem,
  pieces: number,
  products: Products,
  currency: string,
) => itemOf(products, product, sku, pieces, currency);

function requireKind(kinds: readonly string[], kind: string) {
  if (!kinds.includes(kind)) throw new NotPossibleError('kind_not_offered');
}

const swapKind = (line: LineRow, item: Item) => (item.slug === line.slug ? 'variant' : 'product');

/** Delivered pieces and what comes in their place. The same thing anew is one of them: the first may be broken. */
export async function swapItems(db: Db, at: OrderCase, swaps: readonly Swap[]): Promise<Outcome> {
  const products = await productsOf(
    db,
    at,
    swaps.map(({ to }) => to.product),
  );
  const pieces = chosenLines(at, swaps);
  const wanted = new Map(swaps.map(({ line, to }) => [line, to]));
  const { currency } = at.order;
  const { lines, chosen } = splitLines(at.lines, pieces, (line) => {
    const item = wantedOf(line, wanted.get(line.id) ?? {}, pieces.get(line.id) ?? 0, products, currency);
    requireKind(at.policies.exchangeFor, swapKind(line, item));
    const { slug, name, noun, picture, sku, options, price } = item;
    const replacement = {
      product: { slug, name, noun, picture },
      ...(sku && { sku }),
      ...(options && { options }),
      price: { amount: price, currency },
    };
    return { state: 'exchange_requested', replacement };
  });
  const difference = chosen.reduce(
    (sum, { replacement, price, quantity }) =>
      sum + ((replacement?.price.amount ?? price) - price) * quantity,
    0,
  );
  return { lines, chosen, difference };
}

/** The order's lines with changes made one after the other. Prices are the catalogue's of today for what is new. */
export async function changedItems(db: Db, at: OrderCase, changes: readonly ItemChange[]): Promise<Outcome> {
  const products = await productsOf(
    db,
    at,
    changes.map((change) =>
      change.change === 'replace' ? change.to.product : change.change === 'add' ? change.product : undefined,
    ),
  );
  const named = changes.flatMap((change) => ('line' in change ? [change.line] : []));
  if (new Set(named).size !== named.length) throw new NotPossibleError('no_such_line');
  const known = new Map(untouched(at).map((line) => [line.id, line]));
  let lines = at.lines;
  const chosen: LineRow[] = [];
  for (const change of changes) {
    const outcome = changed(lines, change, {
      products,
      at,
      line: 'line' in change ? known.get(change.line) : undefined,
    });
    lines = outcome.lines;
    chosen.push(...outcome.chosen);
  }
  if (chosen.length === 0) throw new NotPossibleError('nothing_changes');
  if (standing({ lines }).length === 0) throw new NotPossibleError('nothing_left');
  return { lines, chosen, difference: priceOf(standing({ lines })) - priceOf(standing(at)) };
}

interface Means {
  products: Products;
  at: OrderCase;
  line: LineRow | undefined;
}

function changed(
  lines: LineRow[],
  change: ItemChange,
  { products, at, line }: Means,
): Pick<Outcome, 'lines' | 'chosen'> {
  const { currency, number } = at.order;
  const kinds: ShopPolicies['itemChanges'] = at.policies.itemChanges;
  if (change.change === 'add') {
    requireKind(kinds, 'add');
    requirePieces(change.quantity);
    const item = itemOf(products, change.product, change.sku, change.quantity, currency);
    const added: LineRow = {
      ...item,
      order: number,
      position: lines.length,
      id: freshLineId(lines),
      quantity: change.quantity,
      state: null,
      replacement: null,
    };
    return { lines: [...lines, added], chosen: [added] };
  }
  if (!line) throw new NotPossibleError('no_such_line');
  if (change.change === 'quantity') {
    requireKind(kinds, 'quantity');
    requirePieces(change.quantity);
    if (change.quantity === line.quantity) throw new NotPossibleError('same_item');
    const more = change.quantity > line.quantity;
    if (more) itemOf(products, line.slug, line.sku ?? undefined, change.quantity - line.quantity, currency);
    const set = { ...line, quantity: change.quantity };
    return { lines: lines.map((one) => (one.id === line.id ? set : one)), chosen: [set] };
  }
  const pieces = chosenLines({ lines: [line] }, [change]);
  if (change.change === 'remove') {
    requireKind(kinds, 'remove');
    const split = splitLines(lines, pieces, {});
    const gone = new Set(split.chosen);
    return { lines: split.lines.filter((one) => !gone.has(one)), chosen: split.chosen };
  }
  const split = splitLines(lines, pieces, () => {
    const item = wantedOf(line, change.to, pieces.get(line.id) ?? 0, products, currency);
    requireKind(kinds, swapKind(line, item));
    if (item.slug === line.slug && item.sku === line.sku) throw new NotPossibleError('same_item');
    return item;
  });
  return split;
}

function requirePieces(pieces: number) {
  if (!Number.isInteger(pieces) || pieces < 1 || pieces > 10_000) throw new NotPossibleError('no_such_line');
}

const productsOf = (db: Db, { lines }: OrderCase, others: (string | undefined)[]): Promise<Products> =>
  readProducts(db, [
    ...new Set([...lines.map(({ slug }) => slug), ...others.filter((slug) => slug !== undefined)]),
  ]);
