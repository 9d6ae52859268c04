import type { Product } from '#protocol';
import { smallNumber } from '../../small-numbers.ts';
import type { Aspect, Constraint, ProductWish, Range } from './constraints.ts';
import { colours, features, materialFamilies, type Property } from './words.ts';

export interface ProductFinding {
  /** Products that break nothing that was stated, best first. */
  fits: Product[];
  /** Where none fits: the one of its kind that comes closest, and what it breaks. */
  nearest?: { product: Product; breaks: [Constraint, ...Constraint[]] };
}

/** Doors are as high as this at least, in millimetres. */
const doorHeight = 1980;

/** Products that hold to everything stated; what the catalogue does not know of a product does not count as held. */
export function findProducts(
  { constraints, order, forChild }: ProductWish,
  products: readonly Product[],
): ProductFinding {
  const bySlug = new Map(products.map((product) => [product.slug, product]));
  const judged = products.map((product) => {
    const breaks = constraints.filter((constraint) => !holds(product, constraint, bySlug));
    return { product, breaks };
  });
  const compare = inOrder(constraints, order, forChild === true);
  const fits = judged
    .filter(({ breaks }) => breaks.length === 0)
    .map(({ product }) => product)
    .sort(compare);
  if (fits.length > 0) return { fits };
  const ofKind = judged.filter(({ breaks }) => !breaks.some(({ kind }) => hard.has(kind)));
  const missed = ofKind
    .map(({ product, breaks }) => ({
      product,
      breaks,
      by: breaks.reduce((sum, constraint) => sum + miss(product, constraint, bySlug), 0),
    }))
    .sort(
      (one, other) =>
        one.breaks.length - other.breaks.length || one.by - other.by || compare(one.product, other.product),
    )[0];
  const [first, ...more] = missed?.breaks ?? [];
  return missed && first
    ? { fits, nearest: { product: missed.product, breaks: [first, ...more] } }
    : { fits };
}

/** What was asked for as such: something else is no near miss. */
const hard: ReadonlySet<Constraint['kind']> = new Set(['noun', 'room', 'product']);

type Products = ReadonlyMap<string, Product>;

function holds(product: Product, constraint: Constraint, products: Products): boolean {
  switch (constraint.kind) {
    case 'noun':
      return constraint.nouns.includes(product.noun) !== (constraint.not === true);
    case 'room':
      return constraint.nouns.includes(product.noun);
    case 'product':
      return product.slug !== constraint.slug;
    case 'seats':
      return (seatsOf(product) ?? 0) >= constraint.least;
    case 'passage': {
      const sides = product.dimensions && Object.values(product.dimensions).sort((one, other) => one - other);
      return sides !== undefined && (sides[0] ?? 0) <= constraint.most && (sides[1] ?? 0) <= doorHeight;
    }
    case 'material':
    case 'colour':
    case 'feature':
      return holdsProperty(product, constraint);
    case 'price':
    case 'size':
    case 'weight': {
      const value = aspectOf(product, constraint.kind === 'size' ? constraint.side : constraint.kind);
      return (
        value !== undefined &&
        value >= (constraint.least ?? 0) &&
        value <= (constraint.most ?? Number.POSITIVE_INFINITY)
      );
    }
    case 'than': {
      const other = products.get(constraint.slug);
      const [mine, theirs] = [product, other].map((each) => each && aspectOf(each, constraint.aspect));
      if (product.slug === constraint.slug || mine === undefined || theirs === undefined) return false;
      return constraint.more ? mine > theirs : mine < theirs;
    }
  }
}

/** By how much a product misses a constraint: a share of what was asked, 1 where there is no more or less. */
function miss(product: Product, constraint: Constraint, products: Products): number {
  const limitsOf = (): [value: number | undefined, range: Range] => {
    if (constraint.kind === 'price' || constraint.kind === 'weight')
      return [aspectOf(product, constraint.kind), constraint];
    if (constraint.kind === 'size') return [aspectOf(product, constraint.side), constraint];
    if (constraint.kind === 'seats') return [seatsOf(product), constraint];
    if (constraint.kind === 'passage')
      return [product.dimensions && Math.min(...Object.values(product.dimensions)), constraint];
    if (constraint.kind !== 'than') return [undefined, {}];
    const other = products.get(constraint.slug);
    const limit = other && aspectOf(other, constraint.aspect);
    return [
      aspectOf(product, constraint.aspect),
      limit === undefined ? {} : constraint.more ? { least: limit } : { most: limit },
    ];
  };
  const [value, { least, most }] = limitsOf();
  if (value === undefined) return 1;
  if (most !== undefined && value > most) return (value - most) / Math.max(most, 1);
  if (least !== undefined && value < least) return (least - value) / Math.max(least, 1);
  return 1;
}

/** What an aspect of a product is in numbers; size is the volume it takes. */
export function aspectOf(product: Product, aspect: Aspect): number | undefined {
  switch (aspect) {
    case 'price':
      return product.price.amount;
    case 'weight':
      return product.weight;
    case 'assembly':
      return product.assemblyMinutes;
    case 'size':
      return (
        product.dimensions && product.dimensions.width * product.dimensions.depth * product.dimensions.height
      );
    default:
      return product.dimensions?.[aspect];
  }
}

const woodNames = new Set(['oak', 'pine', 'birch', 'beech', 'ash', 'walnut', 'acacia', 'bamboo']);

function holdsProperty(
  product: Product,
  { kind, name, not }: Constraint & { kind: 'material' | 'colour' | 'feature' },
): boolean {
  if (kind === 'colour') {
    const colour = colours.find((each) => each.name === name);
    // it comes in several colours: one of them is enough, in what was wanted and in what was not
    return product.colours.some((each) => matches(colour, each, name) !== (not === true));
  }
  if (kind === 'material') {
    const material = materialFamilies.find((each) => each.name === name);
    const spoilt = product.materials.some((each) => material?.spoiltBy?.test(each));
    const has = !spoilt && product.materials.some((each) => matches(material, each, name));
    const shade =
      !not && woodNames.has(name) && product.colours.some((each) => matches(material, each, name));
    return (has || shade) !== (not === true);
  }
  return hasFeature(product, name) !== (not === true);
}

const matches = (property: Property | undefined, text: string, name: string) =>
  property ? property.has.test(text) && !property.not?.test(text) : text.toLowerCase().includes(name);

/** All that the catalogue says of a product in words. */
const wordsOf = ({ name, description, facts }: Product) =>
  [name, description, ...Object.entries(facts).map(([label, fact]) => `${label}: ${fact}`)].join('\n');

export function hasFeature(product: Product, name: string): boolean {
  if (name === 'no assembly') return product.assemblyMinutes === 0;
  const text = wordsOf(product);
  const feature = features.find((each) => each.name === name);
  if (feature) return feature.has.test(text) && !feature.not?.test(text);
  const plain = text.toLowerCase().replace(/(\d) by (\d)/g, '$1 x $2');
  return (
    name.split(' ').every((word) => word.length < 2 || plain.includes(word.replace(/s$/, ''))) &&
    (!/^\d+ x \d+$/.test(name) || plain.includes(name))
  );
}

const seatsSaid = /\bseats (\w+)(?:, (\w+) with)?|\b(\w+)-seat\b|\b(?:table|room|seating) for (\w+)\b/giu;

/** How many sit on it or at it, at most; undefined where the catalogue does not say. */
export function seatsOf(product: Product): number | undefined {
  const said = [...`${product.name}. ${product.description} ${product.facts.seats ?? ''}`.matchAll(seatsSaid)]
    .flatMap((match) => match.slice(1))
    .filter((word): word is string => word !== undefined)
    .map((word) => smallNumber(word) ?? Number(word))
    .map((count) => (count === -1 ? Number.NaN : count))
    .filter((count) => count > 0);
  return said.length > 0 ? Math.max(...said) : undefined;
}

const childish = /\b(?:child|children|cot|toy|baby|kids?)\b/iu;

function inOrder(constraints: readonly Constraint[], order: ProductWish['order'], forChild: boolean) {
  const nouns = constraints.find((each) => each.kind === 'noun' && !each.not);
  const place = (product: Product) => (nouns?.kind === 'noun' ? nouns.nouns.indexOf(product.noun) : 0);
  const fitsChild = (product: Product) =>
    Number(
      childish.test(`${product.noun} ${product.name} ${product.description} ${product.facts.age ?? ''}`),
    );
  const out = ({ inStock }: Product) => Number(inStock === 0);
  return (one: Product, other: Product): number => {
    const aspect = order?.aspect ?? 'price';
    const [mine, theirs] = [aspectOf(one, aspect) ?? 0, aspectOf(other, aspect) ?? 0];
    const by = (order?.more ? theirs - mine : mine - theirs) || one.name.localeCompare(other.name);
    return (
      out(one) - out(other) ||
      (forChild ? fitsChild(other) - fitsChild(one) : 0) ||
      (order ? by : place(one) - place(other)) ||
      by
    );
  };
}
