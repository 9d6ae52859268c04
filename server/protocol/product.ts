import Type, { type Static } from 'typebox';
import { Money } from './money.ts';

/** What tells a product's variants apart, in the shop's words: `{ colour: 'black', size: 'L' }`. */
export const VariantOptions = Type.Record(
  Type.String({ minLength: 1, maxLength: 60 }),
  Type.String({ minLength: 1, maxLength: 120 }),
  { maxProperties: 20 },
);
export type VariantOptions = Static<typeof VariantOptions>;

export const Sku = Type.String({ minLength: 1, maxLength: 100 });

/** One of the forms in which a product can be bought. */
export const Variant = Type.Object({
  sku: Sku,
  options: VariantOptions,
  price: Money,
  /** Pieces there are; absent where it can be had and nobody counts. */
  inStock: Type.Optional(Type.Integer({ minimum: 0 })),
});
export type Variant = Static<typeof Variant>;

export const ProductBrief = Type.Object({
  slug: Type.String({ pattern: '^[a-z0-9-]+$' }),
  name: Type.String(),
  /** Plain word people use for it: "wardrobe", "desk", "router". */
  noun: Type.String(),
  /** Path of its picture on this server; empty where there is none. */
  picture: Type.String(),
});
export type ProductBrief = Static<typeof ProductBrief>;

export const Product = Type.Intersect([
  ProductBrief,
  Type.Object({
    /** The shop's own: "furniture", "kitchen". */
    category: Type.String({ maxLength: 60 }),
    description: Type.String(),
    /** Of the variant that costs least, where there are variants. */
    price: Money,
    /** Assembled size in millimetres. */
    dimensions: Type.Optional(
      Type.Object({
        width: Type.Number(),
        depth: Type.Number(),
        height: Type.Number(),
      }),
    ),
    /** Grams, packed. */
    weight: Type.Optional(Type.Number()),
    materials: Type.Array(Type.String()),
    colours: Type.Array(Type.String()),
    /** Short facts a shopper asks for, for example `warranty: "10 years"`. */
    facts: Type.Record(Type.String(), Type.String()),
    /** Pieces there are; absent where nobody counts. */
    inStock: Type.Optional(Type.Integer({ minimum: 0 })),
    /** Minutes one careful person needs to put it together; 0 where nothing has to be. */
    assemblyMinutes: Type.Integer({ minimum: 0 }),
    /** Other words people use for it, in any language. */
    alsoCalled: Type.Optional(Type.Array(Type.String({ minLength: 1, maxLength: 80 }), { maxItems: 40 })),
    /** None where it comes in one form alone. */
    variants: Type.Optional(Type.Array(Variant, { maxItems: 200 })),
  }),
]);
export type Product = Static<typeof Product>;
