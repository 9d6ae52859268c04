import { distance } from 'fastest-levenshtein';
import type { Product } from '#protocol';
import { otherWords } from './other-words.ts';

const fieldWeights: readonly { weight: number; of: (product: Product) => string[] }[] = [
  { weight: 3, of: (product) => [product.name] },
  { weight: 3, of: (product) => [product.noun] },
  { weight: 3, of: ({ alsoCalled = [] }) => alsoCalled },
  { weight: 1, of: (product) => product.materials },
  { weight: 1, of: (product) => product.colours },
  { weight: 1, of: ({ variants = [] }) => variants.flatMap(({ options }) => Object.values(options)) },
  { weight: 0.5, of: (product) => [product.category] },
];

/** Words that say nothing about which product is meant. */
const unspecific = new Set(
  'a an the my your this that of for in with and or me i is it to do you have any some one please'.split(' '),
);

/** Words of a query that are looked up; the others are left out. */
const mostWords = 120;

/** The words of a query that say which product is meant, each once. */
export const wantedWords = (query: string): string[] =>
  [...new Set(queryWords(query))].filter((word) => !unspecific.has(word)).slice(0, mostWords);

/** Every word that a product is found by, with the weight of the field in which it counts most. */
export function wordWeights(product: Product): Map<string, number> {
  const weights = new Map<string, number>();
  for (const { weight, of } of fieldWeights)
    for (const word of of(product).flatMap(wordsOf))
      weights.set(word, Math.max(weight, weights.get(word) ?? 0));
  return weights;
}

/** Products that share words with `query`, the best fit first. A word may be in the plural, have a slip in it, or be another word for the thing. */
export function rankProducts(products: readonly Product[], query: string): Product[] {
  const wanted = wantedWords(query);
  return products
    .map((product) => ({ product, score: score(product, wanted) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .map(({ product }) => product);
}

/** A product's name counts in full when all of it was said: "bed" is the bed before it is the sofa bed. */
function score(product: Product, wanted: readonly string[]): number {
  const weights = [...wordWeights(product)];
  const shared = wanted.reduce(
    (sum, word) => sum + Math.max(0, ...weights.map(([said, weight]) => weight * match(word, [said]))),
    0,
  );
  const noun = wordsOf(product.noun);
  const nounSaid =
    noun.filter((word) => wanted.some((other) => match(other, [word]) > 0)).length / Math.max(1, noun.length);
  return shared === 0 ? 0 : shared + nounSaid;
}

/** 1 for the word itself or another word for it, less for one with slips. */
function match(word: string, field: readonly string[]): number {
  const other = otherWords.get(word);
  if (field.includes(word) || (other && field.includes(other))) return 1;
  return field.some((said) => isSlip(word, said)) ? slipShare : 0;
}

/** What a word with a slip counts, of what it would count without. */
export const slipShare = 0.7;

/** Slips that are looked past: one in five letters, two in eight. */
export const slipsIn = (word: string): number => (word.length >= 8 ? 2 : word.length >= 5 ? 1 : 0);

export const isSlip = (word: string, said: string): boolean => {
  const slips = slipsIn(word);
  return (
    slips > 0 &&
    said.length >= 5 &&
    Math.abs(said.length - word.length) <= slips &&
    distance(word, said) <= slips
  );
};

const han = /^\p{Script=Han}+$/u;

/** Chinese is written without spaces: every two to four characters on end may be the word. */
const queryWords = (text: string): string[] =>
  wordsOf(text).flatMap((word) =>
    han.test(word) && word.length > 2
      ? [2, 3, 4].flatMap((length) =>
          Array.from({ length: Math.max(0, word.length - length + 1) }, (_, at) =>
            word.slice(at, at + length),
          ),
        )
      : [word],
  );

const wordsOf = (text: string) =>
  text
    .toLowerCase()
    .replace(/wi-?\s?fi/g, 'wifi')
    .split(/[^\p{L}\p{N}]+|(?<=\p{Script=Han})(?=\P{Script=Han})|(?<=\P{Script=Han})(?=\p{Script=Han})/u)
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
