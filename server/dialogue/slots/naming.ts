import type { ProductBrief } from '#protocol';
import { commonNouns } from '../../catalogue/index.ts';
import { everyChineseNoun, nounsInChinese, withoutChineseNouns } from './chinese-nouns.ts';
import { wordCount } from './length.ts';

/** Other words for what the shop sells: said on the left, the shop's noun on the right. */
const otherNames: [said: RegExp, noun: string][] = [
  [/\b(?:closet|armoire)\b/iu, 'wardrobe'],
  [/\b(?:couch|settee)\b/iu, 'sofa'],
  [/\b(?:bookshelf|book shelf|bookshelves)\b/iu, 'bookcase'],
  [/\b(?:telly|tv)\b(?! bench| stand)/iu, 'television'],
  [/\b(?:hoover|vacuum cleaner)\b/iu, 'vacuum'],
  [/\b(?:nightstand)\b/iu, 'bedside table'],
  [/\b(?:dresser|drawers)\b/iu, 'chest of drawers'],
  [/\b(?:modem|wifi|wi-fi)\b/iu, 'router'],
  [/\bscreen\b/iu, 'monitor'],
  [/\b(?:crib)\b/iu, 'cot'],
  [/\bcomputer\b/iu, 'laptop'],
];

/** The shop's nouns that an utterance names by another word. */
const meantIn = (text: string): string[] => [
  ...otherNames.filter(([said]) => said.test(text)).map(([, noun]) => noun),
  ...nounsInChinese(text),
];

/** A text as a pattern that matches nothing but it. */
export const literally = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const says = (text: string, words: string) =>
  new RegExp(
    `(?<![\\p{Script=Latin}\\p{N}])${literally(words).replace(/[-\s]+/g, '[-\\s]?')}(?:e?s)?(?![\\p{Script=Latin}\\p{N}])`,
    'iu',
  ).test(text);

/** How well an utterance names a product: 0 not at all, 4 by its full name. `meant`: read once for many products. */
export function namingStrength(
  text: string,
  product: Pick<ProductBrief, 'name' | 'noun'>,
  meant = meantIn(text),
  loosely = false,
): number {
  if (says(text, product.name)) return 4;
  const own = product.name.split(' ')[0] as string;
  const noun = says(text, product.noun);
  if (noun && says(text, own)) return 4;
  if (noun) return product.noun.includes(' ') ? 3 : 2;
  if (meant.includes(product.noun)) return 2;
  if (own.length > 3 && new RegExp(`\\b${literally(own)}\\b`).test(text)) return 2;
  if (loosely && own.length > 2 && new RegExp(`\\b${literally(own)}\\b`, 'i').test(text)) return 2;
  const head = product.noun.split(' ').at(-1) as string;
  return says(text, head) || meant.includes(head) ? 1 : 0;
}

/** In so few words a name stands out in small letters, too: "and the rise?" */
const fewWords = 5;

/** Those that an utterance names best; empty when it names none. */
export function named<T>(
  text: string,
  items: readonly T[],
  product: (item: T) => Pick<ProductBrief, 'name' | 'noun'>,
): T[] {
  const meant = meantIn(text);
  const best = (loosely: boolean): T[] => {
    const scored = items.map((item) => ({
      item,
      strength: namingStrength(text, product(item), meant, loosely),
    }));
    const most = Math.max(0, ...scored.map(({ strength }) => strength));
    return most === 0 ? [] : scored.filter(({ strength }) => strength === most).map(({ item }) => item);
  };
  const found = best(false);
  return found.length > 0 || wordCount(text) > fewWords ? found : best(true);
}

/** Where an utterance names goods: by these products' names, or by any noun that is known; in no order. */
export function goodsNamedIn(
  text: string,
  products: readonly Pick<ProductBrief, 'name' | 'noun'>[],
): { from: number; to: number }[] {
  const words = [
    ...new Set([
      ...products.flatMap(({ name, noun }) => [name, noun, noun.split(' ').at(-1) ?? noun]),
      ...commonNouns,
    ]),
  ].filter((each) => each.length > 2);
  const patterns = [
    ...words.map(
      (each) => new RegExp(`(?<![\\p{L}\\p{N}])${literally(each)}(?:e?s)?(?![\\p{L}\\p{N}])`, 'giu'),
    ),
    ...otherNames.map(([said]) => new RegExp(said.source, 'giu')),
    everyChineseNoun,
  ];
  return patterns.flatMap((pattern) =>
    [...text.matchAll(pattern)].map(({ index, 0: { length } }) => ({ from: index, to: index + length })),
  );
}

/** Words that stand around a name and ask nothing. */
const around =
  /\b(?:the|my|our|an?|this|that|those|these|it'?s|is|for|one|please|u[mh]+|er+|and|or|ok(?:ay)?|oh|so|what about|how about|same (?:for|with|again)|with|too|as well|also|then|now)\b|[\s,.!?，。！？]|我的|那个|这个|是|那|呢|的|还有|和|也|一样/giu;

/** An utterance that names a product and says nothing else: "the desk". */
export function isNameAlone(text: string, products: readonly Pick<ProductBrief, 'name' | 'noun'>[]): boolean {
  const besides = otherNames.reduce((rest, [said]) => rest.replace(said, ''), withoutChineseNouns(text));
  return named(text, products, (each) => each).some(({ name, noun }) => {
    const own = [name, noun, name.split(' ')[0], noun.split(' ').at(-1)].map((words) =>
      literally(words ?? ''),
    );
    return besides.replace(new RegExp(`\\b(?:${own.join('|')})s?\\b`, 'giu'), '').replace(around, '') === '';
  });
}
