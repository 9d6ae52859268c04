import Type, { type Static } from 'typebox';
import { Money, Product, Variant } from '#protocol';
import { HexkeyError } from '../errors.ts';

const { slug, name, noun, picture, category, description, materials, colours, facts, assemblyMinutes } =
  productFields();

function productFields() {
  const [brief, details] = Product.allOf;
  return { ...brief.properties, ...details.properties };
}

/** A product as the shop's back end sends it: `slug`, `name`, and a price or variants are enough. */
export const ImportedProduct = Type.Object({
  slug,
  name,
  noun: Type.Optional(noun),
  picture: Type.Optional(picture),
  category: Type.Optional(category),
  description: Type.Optional(description),
  price: Type.Optional(Money),
  dimensions: productFields().dimensions,
  weight: productFields().weight,
  materials: Type.Optional(materials),
  colours: Type.Optional(colours),
  facts: Type.Optional(facts),
  inStock: productFields().inStock,
  assemblyMinutes: Type.Optional(assemblyMinutes),
  alsoCalled: productFields().alsoCalled,
  variants: Type.Optional(Type.Array(Variant, { maxItems: 200 })),
});
export type ImportedProduct = Static<typeof ImportedProduct>;

/**
 * As it is kept. Without a price it costs what its cheapest variant does; without a noun people call it by its name.
 * Throws `bad_request` where it has neither a price nor variants, or variants in several currencies or of one SKU.
 */
export function productOf(given: ImportedProduct): Product {
  const { variants = [] } = given;
  const cheapest = variants.reduce<Money | undefined>(
    (least, { price }) => (least && least.amount <= price.amount ? least : price),
    undefined,
  );
  const price = given.price ?? cheapest;
  if (!price) throw wrong(given, 'has neither a price nor variants');
  if (variants.some((variant) => variant.price.currency !== price.currency))
    throw wrong(given, 'has prices in several currencies');
  if (new Set(variants.map(({ sku }) => sku)).size !== variants.length)
    throw wrong(given, 'has two variants of one SKU');
  return {
    noun: given.name.toLowerCase(),
    picture: '',
    category: '',
    description: '',
    materials: [],
    colours: [],
    facts: {},
    assemblyMinutes: 0,
    ...given,
    price,
  };
}

const wrong = ({ slug }: ImportedProduct, what: string) =>
  new HexkeyError('bad_request', `Product ${slug} ${what}.`);
