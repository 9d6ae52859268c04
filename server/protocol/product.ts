import Type, { type Static } from 'typebox';
import { Money } from './money.ts';

export const ProductBrief = Type.Object({
  slug: Type.String({ pattern: '^[a-z0-9-]+$' }),
  name: Type.String(),
  /** Plain word people use for it: "wardrobe", "desk", "router". */
  noun: Type.String(),
  /** Path of its picture on this server. */
  picture: Type.String(),
});
export type ProductBrief = Static<typeof ProductBrief>;

export const Product = Type.Intersect([
  ProductBrief,
  Type.Object({
    category: Type.Union([Type.Literal('furniture'), Type.Literal('electronics')]),
    description: Type.String(),
    price: Money,
    /** Assembled size in millimetres. */
    dimensions: Type.Object({
      width: Type.Number(),
      depth: Type.Number(),
      height: Type.Number(),
    }),
    /** Grams, packed. */
    weight: Type.Number(),
    materials: Type.Array(Type.String()),
    colours: Type.Array(Type.String()),
    /** Short facts a shopper asks for, for example `warranty: "10 years"`. */
    facts: Type.Record(Type.String(), Type.String()),
    inStock: Type.Integer({ minimum: 0 }),
    /** Minutes one careful person needs to put it together; 0 where nothing has to be. */
    assemblyMinutes: Type.Integer({ minimum: 0 }),
  }),
]);
export type Product = Static<typeof Product>;
