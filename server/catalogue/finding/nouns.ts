import type { Product } from '#protocol';
import { smallNumber } from '../../small-numbers.ts';
import { everyChineseNoun, nounsInChinese } from '../chinese-nouns.ts';
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
  /** Said in order not to have it, where `from` does not tell: 不要办公椅. */
  not?: true;
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
  for (const word of heads)
    for (const said of new Set([word, word.replace(/fe?$/, 'ves')])) add(said, { nouns: ending(word) });
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
    for (const name of saidNames(product, products)) add(name, { nouns: [product.noun], slug: product.slug });
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

/** "Merrow three seater", "Merrow 3-seat sofa": a product's name as people shorten and spell it. */
function saidNames({ name }: Product, products: readonly Product[]): string[] {
  const words = name.split(/[-\s]+/);
  const short = words.length > 3 ? words.slice(0, 3) : words.length === 3 ? words.slice(0, 2) : [];
  const start = `${short.join(' ')} `.toLowerCase();
  const isOnly =
    products.filter((other) => `${other.name.split(/[-\s]+/).join(' ')} `.toLowerCase().startsWith(start))
      .length === 1;
  const names = [words, ...(short.length > 0 && isOnly ? [short] : [])];
  return names.flatMap((each) => {
    const spelt = [each, each.map((word) => String(smallNumber(word) ?? word))];
    return [
      ...new Set(spelt.flatMap((said) => [said.join(' '), said.join(' ').replace(/\bseat\b/, 'seater')])),
    ];
  });
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

const excludedInChinese = new RegExp(
  `(?:不(?:想|需)?要|不考虑|不喜欢|不买|别(?:要|选)?|除了|排除|不是)(?:给我|推荐|买|看|选|是|任何|那种|什么|这种|一?[个把张]){0,3}(?:${everyChineseNoun.source})(?:(?:、|和|或者?|跟|还有)(?:${everyChineseNoun.source})){0,3}`,
  'giu',
);

function chineseIn(text: string, ending: (word: string) => string[]): NamedProduct[] {
  const nounsOfText = (said: string) => [...new Set(nounsInChinese(said).flatMap((noun) => ending(noun)))];
  const wanted = nounsOfText(text.replace(excludedInChinese, ' '));
  const excluded = nounsOfText([...text.matchAll(excludedInChinese)].map(([said]) => said).join(' '));
  // the words' places do not matter in Chinese: it says "for my desk" with the noun in another clause
  const named = (nouns: string[]) =>
    nouns.length > 0 ? [{ from: -1, to: -1, said: nouns[0] ?? '', nouns }] : [];
  return [...named(wanted), ...named(excluded).map((each) => ({ ...each, not: true as const }))];
}

const either = /^\s?(?:,|\/|,? ?(?:or|and\/or))\s?(?:(?:an?|some|any|maybe|even)\s){0,2}$/iu;

/** The nouns of one kind and of those that serve as well: "a bookcase or shelves". */
export function eitherOf(text: string, wanted: readonly NamedProduct[], asked: NamedProduct): string[] {
  let last = asked;
  const nouns = [...asked.nouns];
  for (const next of wanted.slice(wanted.indexOf(asked) + 1)) {
    if (next.slug !== undefined || !either.test(text.slice(last.to, next.from))) break;
    nouns.push(...next.nouns);
    last = next;
  }
  return nouns;
}
