export { aspectAsked, compareProducts, type Difference } from './compare-products.ts';
export type { Aspect, Constraint, ProductWish, Side, WishContext } from './constraints.ts';
export { findProducts, type ProductFinding, seatsOf } from './find-products.ts';
export { type NamedProduct, nounsOf } from './nouns.ts';
export { parseConstraints } from './parse-constraints.ts';
export { type ProductFact, productFact } from './product-fact.ts';
