import type { Language, Product } from '#protocol';

export type Side = 'width' | 'depth' | 'height';
/** What products are compared by. */
export type Aspect = 'price' | 'size' | Side | 'weight' | 'assembly';

/** From `least` to `most`, both included. Prices in the currency's smallest unit, lengths in millimetres, weights in grams. */
export interface Range {
  least?: number;
  most?: number;
}

/** One thing that was stated about what is looked for. `not` turns it round. */
export type Constraint =
  /** `nouns` are the shop's; none where it sells no such thing. */
  | { kind: 'noun'; said: string; nouns: string[]; not?: true }
  | { kind: 'room'; room: string; nouns: string[] }
  | { kind: 'product'; slug: string; not: true }
  | ({ kind: 'price' } & Range)
  | ({ kind: 'size'; side: Side } & Range)
  /** Has to be carried through an opening this wide, by its smallest two sides. */
  | { kind: 'passage'; most: number }
  | ({ kind: 'weight' } & Range)
  | { kind: 'than'; slug: string; aspect: Aspect; more: boolean }
  | { kind: 'material' | 'colour' | 'feature'; name: string; not?: true }
  | { kind: 'seats'; least: number };

/** What a shopper looks for. */
export interface ProductWish {
  constraints: Constraint[];
  /** "the cheapest", "the biggest": which of those that fit comes first. */
  order?: { aspect: Aspect; more: boolean };
  forChild?: true;
}

export interface WishContext {
  language: Language;
  /** What the shop sells: nouns and names are read against it. */
  products: readonly Product[];
  /** The product that is talked of: "something cheaper" is cheaper than that. */
  about?: string;
}
