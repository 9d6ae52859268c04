import type { CardItem, ItemChangeShown, Product, Variant } from '#protocol';
import { findProducts, parseConstraints } from '../../catalogue/index.ts';
import type { IdentifiedLine, ItemChange, ShopOrder, Swap } from '../../orders/contract.ts';
import { chooseVariant, optionsListed, type VariantChoice } from '../items/choose-variant.ts';
import { type ItemWish, readItemWishes } from '../items/item-wishes.ts';
import { optionsSaid, preferenceIn } from '../items/option-words.ts';
import type { Button, Content, Line } from '../replies/content.ts';
import { namingStrength } from '../slots/naming.ts';
import type { Request } from './define.ts';
import { cardItem, lineName, piecesOf, productsOf, saidOfItems } from './order-lines.ts';
import { personButton } from './ways-out.ts';

/** What swaps are asked for; `ask` where something is missing to know. */
export interface Plan<Change> {
  changes: Change[];
  said: string[];
  shown: ItemChangeShown[];
  ask?: Content;
}

const askAbout = (line: Line, buttons: Button[] = []): Content => ({
  lines: [line],
  buttons,
  expecting: 'free_text',
});

const variantButton = (variant: Variant): Button => ({
  id: variant.sku,
  label: ['choice.label', { label: optionsListed(variant.options) }],
  means: { do: 'fill', slots: { description: optionsListed(variant.options) } },
});

/** More variants than these are not read out to choose from. */
export const mostOffered = 4;

/** The product that is wanted instead, where it is another one. */
async function otherProduct(
  words: string,
  line: IdentifiedLine,
  { services }: Request,
): Promise<Product | undefined> {
  const [found] = await services.catalogue.find(words.slice(0, 80), 1);
  const named = found && namingStrength(words, found) >= 2;
  return named && found.slug !== line.product.slug ? found : undefined;
}

/** "A wider one", "something cheaper": the product of its kind that is so. */
async function comparedTo(
  { product: { slug, noun } }: IdentifiedLine,
  words: string,
  { services, language }: Request,
): Promise<Product | undefined> {
  const products = (await services.catalogue.find(noun, mostCompared)).filter((each) => each.noun === noun);
  const wish = parseConstraints(words, { language, products, about: slug });
  const than = wish.constraints.filter(({ kind }) => kind === 'than');
  if (than.length === 0) return undefined;
  return findProducts({ ...wish, constraints: than }, products).fits.find(
    (each) => each.slug !== slug && each.inStock !== 0,
  );
}

/** Products of a kind that are compared to find a wider or cheaper one. */
const mostCompared = 50;

const nothingYet = { changes: [], said: [], shown: [] };

const askWhichOf = (lines: readonly IdentifiedLine[]): Content =>
  askAbout(['item.which', { list: lines.map(lineName).join('; ') }]);

/** The lines that are named, and what was said of what is to come in their place. */
export async function wishesIn(request: Request, order: ShopOrder) {
  const products = await productsOf(request, order.lines);
  const said = saidOfItems(request);
  const read = readItemWishes(said, order.lines, products);
  const [only, ...others] = order.lines;
  const wishes: ItemWish[] =
    read.wishes.length > 0 || read.unclear.length > 0 || !only || others.length > 0
      ? read.wishes
      : [{ line: only, said, source: said.join(' ') }];
  return { ...read, wishes, products };
}

/** What each named line is to be swapped for. */
export async function swapsIn(request: Request, order: ShopOrder): Promise<Plan<Swap>> {
  const { wishes, unclear, products } = await wishesIn(request, order);
  if (wishes.length === 0)
    return { ...nothingYet, ask: askWhichOf(unclear.length > 0 ? unclear : order.lines) };
  const plan: Plan<Swap> = { changes: [], said: [], shown: [] };
  for (const wish of wishes) {
    const one = await swapOf(wish, products.get(wish.line.product.slug), request, order);
    if ('ask' in one) return { ...plan, ask: one.ask };
    plan.changes.push(one.swap);
    plan.said.push(one.said);
    plan.shown.push(one.shown);
  }
  return unclear.length > 0 ? { ...plan, ask: askWhichOf(unclear) } : plan;
}

type OneSwap = { swap: Swap; said: string; shown: ItemChangeShown } | { ask: Content };

/** What one line is to be swapped for, or what has to be asked to know it. */
async function swapOf(
  { line, said, source }: ItemWish,
  own: Product | undefined,
  request: Request,
  order: ShopOrder,
): Promise<OneSwap> {
  const words = said.at(-1) ?? '';
  const choice = own && chooseVariant(said, own, line.options);
  const other =
    choice?.kind === 'one' || said.length === 0
      ? undefined
      : ((await otherProduct(words, line, request)) ?? (await comparedTo(line, words, request)));
  const pieces = piecesOf(source, line);
  const swapped = (item: Omit<CardItem, 'quantity'>, to: Swap['to']): OneSwap => ({
    swap: { ...pieces, to },
    said: request.word('item.swap', { name: lineName(line), label: lineName(item) }),
    shown: {
      before: cardItem(line, pieces.quantity),
      after: { ...item, quantity: pieces.quantity ?? line.quantity },
    },
  });
  if (other && !other.variants?.length)
    return swapped({ product: briefOfProduct(other), price: other.price }, { product: other.slug });
  const product = other ?? own;
  const chosen = other ? chooseVariant([words], other) : choice;
  if (!product || chosen?.kind !== 'one')
    return { ask: whichVariant(line, product, said.length > 0 ? chosen : undefined, order) };
  const { sku, options, price } = chosen.variant;
  return swapped(
    { product: briefOfProduct(product), sku, options, price },
    { sku, ...(other && { product: other.slug }) },
  );
}

const briefOfProduct = ({ slug, name, noun, picture }: Product) => ({ slug, name, noun, picture });

function whichVariant(
  line: IdentifiedLine,
  product: Product | undefined,
  choice: VariantChoice | undefined,
  order: ShopOrder,
): Content {
  const several = choice?.kind === 'several' ? choice.variants : undefined;
  const others = (product?.variants ?? []).filter(
    ({ inStock, options }) => inStock !== 0 && optionsListed(options) !== optionsListed(line.options),
  );
  const open = several ?? others;
  if (open.length === 0)
    return askAbout(['item.no_variants', { name: line.product.name }], [personButton(order)]);
  const offered = open.slice(0, mostOffered);
  const list = offered.map(({ options }) => optionsListed(options)).join('; ');
  const phrase = choice?.kind === 'none' ? 'item.no_such_variant' : 'item.which_variant';
  return askAbout([phrase, { name: product?.name ?? line.product.name, list }], offered.map(variantButton));
}

const takesOut = /\b(?:remove|take (?:out|off|away)|drop|leave out|delete)\b|去掉|删掉|不要了/iu;
const puts = /\b(?:add|one more|extra|additional|also want|another)\b|加(?:一|个|购|买)|再(?:要|来|加)/iu;

/** Items of an order that has not left: another variant, fewer, one more thing. */
export async function changesIn(request: Request, order: ShopOrder): Promise<Plan<ItemChange>> {
  const text = saidOfItems(request).join('. ');
  const { wishes, products } = await wishesIn(request, order);
  const swaps = wishes.some(({ said, line }) => said.length > 0 && wantsVariant(said, line, products));
  if (!swaps && takesOut.test(text)) {
    if (wishes.length === 0) return { ...nothingYet, ask: askWhichOf(order.lines) };
    const out = wishes.map(({ line, source }) => ({ line, pieces: piecesOf(source, line) }));
    return {
      changes: out.map(({ pieces }) => ({ change: 'remove', ...pieces })),
      said: out.map(({ line }) => request.word('item.without', { name: lineName(line) })),
      shown: out.map(({ line, pieces }) => ({ before: cardItem(line, pieces.quantity) })),
    };
  }
  if (!swaps && puts.test(text)) return addition(request, order, text);
  const { changes, ...rest } = await swapsIn(request, order);
  return { ...rest, changes: changes.map((swap): ItemChange => ({ change: 'replace', ...swap })) };
}

/** What was said names a form that the thing comes in. */
function wantsVariant(
  said: readonly string[],
  { product: { slug }, options = {} }: IdentifiedLine,
  products: ReadonlyMap<string, Product>,
): boolean {
  const variants = products.get(slug)?.variants ?? [];
  return said.some(
    (words) =>
      preferenceIn(words, variants) !== undefined ||
      Object.entries(optionsSaid(words, variants)).some(([name, value]) => options[name] !== value),
  );
}

async function addition(request: Request, order: ShopOrder, text: string): Promise<Plan<ItemChange>> {
  const [line] = readItemWishes([text], order.lines, new Map()).wishes.map((wish) => wish.line);
  const [found] = line
    ? [await request.services.catalogue.get(line.product.slug)]
    : await request.services.catalogue.find(
        text.replace(/\b(?:add|another|one more|extra|second|to|my|order|the|a|please)\b/giu, ' '),
        1,
      );
  if (!found) return { ...nothingYet, ask: askAbout(['item.add_what']) };
  const choice = found.variants?.length ? chooseVariant([text], found) : undefined;
  if (choice && choice.kind !== 'one' && !line?.sku) {
    const open = (choice.kind === 'several' ? choice.variants : (found.variants ?? [])).slice(0, mostOffered);
    return {
      ...nothingYet,
      ask: askAbout(
        [
          'item.which_variant',
          { name: found.name, list: open.map(({ options }) => optionsListed(options)).join('; ') },
        ],
        open.map(variantButton),
      ),
    };
  }
  const variant =
    choice?.kind === 'one' ? choice.variant : found.variants?.find(({ sku }) => sku === line?.sku);
  const { sku = line?.sku, options = line?.options, price = found.price } = variant ?? {};
  const item = { product: briefOfProduct(found), ...(sku && { sku }), ...(options && { options }), price };
  return {
    changes: [{ change: 'add', product: found.slug, ...(sku && { sku }), quantity: 1 }],
    said: [request.word('item.plus', { name: lineName(item) })],
    shown: [{ after: { ...item, quantity: 1 } }],
  };
}
