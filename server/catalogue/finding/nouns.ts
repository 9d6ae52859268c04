import type { Product } from '#protocol';
import { nounsInChinese } from '../chinese-nouns.ts';
import { otherWords } from '../other-words.ts';

/** Where a text names a kind of product or one product. */
export interface NamedProduct {
  from: number;
  to: number;
  said: string;
  /** The shop's nouns that it stands for. */
  nouns: string[];
  /** The one product, where its own name was said. */
  slug?: string;
}

const literally = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const plural = '(?:e?s)?';
const wordly = (words: string) =>
  new RegExp(
    `(?<![\\p{Script=Latin}\\p{N}])${words
      .split(/[-\s]+/)
      .map(literally)
      .join('[-\\s]?')}${plural}(?![\\p{Script=Latin}\\p{N}])`,
    'giu',
  );
const hasChinese = (text: string) => /\p{Script=Han}/u.test(text);

interface Name {
  pattern: RegExp;
  nouns: string[];
  slug?: string;
}

/** How the products of a shop may be named. Made once for a list of products. */
export interface ShopNouns {
  /** In the text's order; the longer of two that overlap. */
  namedIn(text: string): NamedProduct[];
}

const made = new WeakMap<readonly Product[], ShopNouns>();

export function nounsOf(products: readonly Product[]): ShopNouns {
  const known = made.get(products);
  if (known) return known;
  const fresh = makeNouns(products);
  made.set(products, fresh);
  return fresh;
}

function makeNouns(products: readonly Product[]): ShopNouns {
  const all = [...new Set(products.map(({ noun }) => noun))];
  const ending = (word: string) => {
    const own = all.filter((noun) => noun === word || noun.toLowerCase().endsWith(` ${word}`));
    return own.sort((one, other) => Number(other === word) - Number(one === word));
  };
  const names: Name[] = [];
  const add = (words: string, name: Omit<Name, 'pattern'>) => {
    if (name.nouns.length > 0)
      names.push({
        ...name,
        pattern: hasChinese(words) ? new RegExp(literally(words), 'gu') : wordly(words),
      });
  };
  const heads = new Set(all.flatMap((noun) => [noun, noun.split(' ').at(-1) ?? noun]));
  for (const word of heads) add(word, { nouns: ending(word) });
  for (const word of heads)
    if (/(?:f|fe)$/.test(word)) add(word.replace(/fe?$/, 'ves'), { nouns: ending(word) });
  for (const [said, word] of otherWords) {
    const nouns =
      ending(word).length > 0
        ? ending(word)
        : all.filter((noun) => noun.split(' ').some((part) => part === word || part === `${word}s`));
    add(said, { nouns });
  }
  add('drawers', { nouns: ending('drawers') });
  for (const [said, noun] of all.flatMap(otherNamesOf)) add(said, { nouns: [noun] });
  for (const product of products) {
    for (const word of product.alsoCalled ?? []) add(word, { nouns: [product.noun] });
    add(product.name, { nouns: [product.noun], slug: product.slug });
    const own = product.name.split(' ')[0] ?? '';
    if (own.length > 3 && !heads.has(own.toLowerCase()) && !otherWords.has(own.toLowerCase())) {
      const sameName = products.filter(({ name }) => name.split(' ')[0] === own);
      if (sameName.length === 1) add(`${own} ${product.noun}`, { nouns: [product.noun], slug: product.slug });
    }
  }
  const ownNames = products.map((product) => ({
    product,
    pattern: new RegExp(
      `(?<![\\p{Script=Latin}\\p{N}])${literally(product.name.split(' ')[0] ?? '')}(?![\\p{Script=Latin}\\p{N}])`,
      'giu',
    ),
  }));
  return { namedIn: (text) => namedIn(text, names, ownNames, ending) };
}

/** "Telly bench" for a TV bench: a noun of several words with another word for one of them. */
function otherNamesOf(noun: string): [said: string, noun: string][] {
  const parts = noun.toLowerCase().split(' ');
  if (parts.length < 2) return [];
  return parts.flatMap((part, at) => {
    const meant = otherWords.get(part) ?? part;
    const same = [meant, ...[...otherWords].filter(([, word]) => word === meant).map(([said]) => said)];
    return same
      .filter((said) => said !== part)
      .map((said): [string, string] => [
        [...parts.slice(0, at), said, ...parts.slice(at + 1)].join(' '),
        noun,
      ]);
  });
}

/** Own names that are words of the language, too, count beside a cue or in capitals alone. */
const cueBefore = /\b(?:the|than|and|or|vs|versus|between|with|to|is|does|than the)\s{1,3}$/iu;
/** "pip or tarn": names on either side of such a word are names. */
const cueBehind = /^\s{1,3}(?:or|vs\.?|versus|against|compared)\b/iu;

function namedIn(
  text: string,
  names: readonly Name[],
  ownNames: readonly { product: Product; pattern: RegExp }[],
  ending: (word: string) => string[],
): NamedProduct[] {
  const found: NamedProduct[] = [];
  for (const { pattern, nouns, slug } of names)
    for (const match of text.matchAll(pattern))
      found.push({
        from: match.index,
        to: match.index + match[0].length,
        said: match[0],
        nouns,
        ...(slug !== undefined && { slug }),
      });
  for (const { product, pattern } of ownNames)
    for (const match of text.matchAll(pattern)) {
      const end = match.index + match[0].length;
      const isCued =
        cueBefore.test(text.slice(Math.max(0, match.index - 15), match.index)) ||
        cueBehind.test(text.slice(end, end + 14));
      const isCapital = /^\p{Lu}/u.test(match[0]) && match.index > 0;
      if (!isCued && !isCapital && !hasChinese(text)) continue;
      found.push({
        from: match.index,
        to: match.index + match[0].length,
        said: match[0],
        nouns: [product.noun],
        slug: product.slug,
      });
    }
  if (hasChinese(text)) found.push(...chineseIn(text, ending));
  return joined(outermost(found));
}

/** Of those that overlap the longer one, and of two alike the one that names a product; in the text's order. */
function outermost(found: readonly NamedProduct[]): NamedProduct[] {
  const size = ({ from, to }: NamedProduct) => to - from;
  const kept: NamedProduct[] = [];
  const inTurn = [...found].sort(
    (one, other) =>
      size(other) - size(one) || Number(other.slug !== undefined) - Number(one.slug !== undefined),
  );
  for (const each of inTurn)
    if (!kept.some(({ from, to }) => each.from < to && from < each.to)) kept.push(each);
  return kept.sort((one, other) => one.from - other.from);
}

/** "Tarn" and "wardrobe" right behind it are one name. */
function joined(found: readonly NamedProduct[]): NamedProduct[] {
  const all: NamedProduct[] = [];
  for (const each of found) {
    const before = all.at(-1);
    const isMore =
      before?.slug !== undefined &&
      each.slug === undefined &&
      each.from - before.to <= 1 &&
      each.nouns.some((noun) => before.nouns.includes(noun));
    if (before && isMore)
      all[all.length - 1] = { ...before, to: each.to, said: `${before.said} ${each.said}` };
    else all.push(each);
  }
  return all;
}

function chineseIn(text: string, ending: (word: string) => string[]): NamedProduct[] {
  const nouns = nounsInChinese(text).flatMap((noun) => ending(noun));
  if (nouns.length === 0) return [];
  // the words' places do not matter in Chinese: it says "for my desk" with the noun in another clause
  return [{ from: -1, to: -1, said: nouns[0] ?? '', nouns: [...new Set(nouns)] }];
}
