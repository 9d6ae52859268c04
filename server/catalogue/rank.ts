import { distance } from 'fastest-levenshtein';
import type { Product } from '#protocol';
import { otherWords } from './other-words.ts';

const fieldWeights = [
  { weight: 3, of: (product: Product) => product.name },
  { weight: 3, of: (product: Product) => product.noun },
  { weight: 1, of: (product: Product) => product.materials.join(' ') },
  { weight: 1, of: (product: Product) => product.colours.join(' ') },
  { weight: 0.5, of: (product: Product) => product.category },
];

/** Words that say nothing about which product is meant. */
const unspecific = new Set(
  'a an the my your this that of for in with and or me i is it to do you have any some one please'.split(' '),
);

/** Products that share words with `query`, the best fit first. A word may be in the plural, have a slip in it, or be another word for the thing. */
export function rankProducts(products: readonly Product[], query: string): Product[] {
  const wanted = wordsOf(query).filter((word) => !unspecific.has(word));
  return products
    .map((product) => ({ product, score: score(product, wanted) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .map(({ product }) => product);
}

/** A product's name counts in full when all of it was said: "bed" is the bed before it is the sofa bed. */
function score(product: Product, wanted: readonly string[]): number {
  const shared = wanted.reduce(
    (sum, word) =>
      sum + Math.max(...fieldWeights.map(({ weight, of }) => weight * match(word, wordsOf(of(product))))),
    0,
  );
  const noun = wordsOf(product.noun);
  const nounSaid =
    noun.filter((word) => wanted.some((other) => match(other, [word]) > 0)).length / noun.length;
  return shared === 0 ? 0 : shared + nounSaid;
}

/** 1 for the word itself or another word for it, less for one with slips: one in five letters, two in eight. */
function match(word: string, field: readonly string[]): number {
  const other = otherWords.get(word);
  if (field.includes(word) || (other && field.includes(other))) return 1;
  const slips = word.length >= 8 ? 2 : word.length >= 5 ? 1 : 0;
  return field.some((said) => said.length >= 5 && distance(word, said) <= slips) ? 0.7 : 0;
}

const wordsOf = (text: string) =>
  text
    .toLowerCase()
    .replace(/wi-?\s?fi/g, 'wifi')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .map(singular);

const singular = (word: string) =>
  word.length < 4 || word.endsWith('ss')
    ? word
    : word
        .replace(/(ss|sh|ch|x)es$/, '$1')
        .replace(/ies$/, 'y')
        .replace(/ves$/, 'f')
        .replace(/s$/, '');
