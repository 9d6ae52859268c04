import type { Product, Variant, VariantOptions } from '#protocol';
import type { IdentifiedLine } from '../../orders/contract.ts';
import { chooseVariant } from './choose-variant.ts';
import { blanked, type Mention, mentionsOf } from './mentions.ts';
import { optionsSaid } from './option-words.ts';

/** A line that is to be swapped, and what was said of what is to come in its place; nothing where that is still open. */
export interface ItemWish {
  line: IdentifiedLine;
  said: string[];
  /** The words that name the line: how many pieces of it. */
  source: string;
}

/** What is to be swapped; `unclear` are lines of which only one may be meant. */
export interface ItemWishes {
  wishes: ItemWish[];
  unclear: IdentifiedLine[];
}

/** Another item begins behind these: "…, and the lamp", ". Also the boots", ", the boots". */
const nextItem =
  /[,;.]?\s+(?:and|also|plus|as well as|then)\s+(?=(?:(?:also|then|please|to|i|want|need|would|like)\s+){0,4}(?:(?:change|swap|exchange|replace|modify|switch)\s+)?(?:the|my|both|that|one of|two of)\s)|[;.!?]\s+|,\s+(?=(?:the|my)\s)|(?:，|。|；|然后|还有|另外)/giu;
/** What comes instead stands behind these. */
const becomes = /(?:^|\s)(?:for|to|into)(?=\s)|换成|换为|改成|改为|换个?|改/iu;
const becomesToo = /(?:^|\s)(?:with|should be|be)(?=\s)/iu;
const startsSource =
  /(?:\b(?:the|my|that|this|those|these|both|all|one of|two of|three of)\b|那个|这个|把)(?:(?!\b(?:an?|another|for|to|into|with)\b)[^,;]){0,90}$/iu;
const startsTarget = /\b(?:an?|another)\b(?:(?!\b(?:the|my)\b)[^,;]){0,90}$/iu;
const leaves =
  /\b(?:leave|keep|forget(?: about)?|skip|not|don'?t (?:change|swap|exchange|touch|return|send back))(?: to (?:change|swap|exchange))? (?:the|my|that|those|these|both)\b(?:(?!\b(?:for|to)\b)[^,;]){0,60}$/iu;
const onlyThis = /^[^\p{L}\p{N}]*(?:\w+[^\p{L}\p{N}]+){0,4}(?:only|just)\b|只(?:换|改|要)/iu;

/** The variants of a line's product, with those that the order's lines are. */
const variantsOf = (
  { product: { slug } }: IdentifiedLine,
  { lines, products }: Pick<Setting, 'lines' | 'products'>,
): Pick<Variant, 'options'>[] => [
  ...(products.get(slug)?.variants ?? []),
  ...lines.flatMap(({ product, options }) => (product.slug === slug && options ? [{ options }] : [])),
];

interface Piece {
  text: string;
  mentions: Mention<IdentifiedLine>[];
}

/** Reads utterances, oldest first, into what is to be swapped for what. Order, number and payment are taken out of them before. */
export function readItemWishes(
  utterances: readonly string[],
  lines: readonly IdentifiedLine[],
  products: ReadonlyMap<string, Product>,
): ItemWishes {
  const wishes = new Map<string, ItemWish>();
  let unclear: IdentifiedLine[] = [];
  for (const [index, utterance] of utterances.entries()) {
    const read = readOne(utterance, lines, products, [...wishes.values()], unclear);
    if (index > 0 && onlyThis.test(utterance) && read.wishes.length > 0) wishes.clear();
    for (const line of read.left) wishes.delete(line.id);
    for (const wish of read.wishes) {
      const before = wishes.get(wish.line.id);
      if (!before || (wish.anew && wish.said.length > 0))
        wishes.set(wish.line.id, { line: wish.line, said: wish.said, source: wish.source });
      else before.said.push(...wish.said);
    }
    if (read.unclear.length > 0 || read.wishes.length > 0) unclear = read.unclear;
  }
  return { wishes: [...wishes.values()], unclear };
}

interface ReadWish extends ItemWish {
  /** Said as a swap of its own: what was said before of this line is over. */
  anew: boolean;
}
interface Reading {
  wishes: ReadWish[];
  unclear: IdentifiedLine[];
  left: IdentifiedLine[];
}

function readOne(
  utterance: string,
  lines: readonly IdentifiedLine[],
  products: ReadonlyMap<string, Product>,
  known: readonly ItemWish[],
  asked: readonly IdentifiedLine[],
): Reading {
  const reading: Reading = { wishes: [], unclear: [], left: [] };
  for (const piece of piecesOf(utterance, lines))
    readPiece(piece, { lines, products, known, asked, reading });
  return reading;
}

function piecesOf(utterance: string, lines: readonly IdentifiedLine[]): Piece[] {
  const texts = utterance.split(nextItem).filter((text) => text.trim() !== '');
  return texts.map((text) => ({ text, mentions: mentionsOf(text, lines, ({ product }) => product) }));
}

interface Setting {
  lines: readonly IdentifiedLine[];
  products: ReadonlyMap<string, Product>;
  known: readonly ItemWish[];
  asked: readonly IdentifiedLine[];
  reading: Reading;
}

function readPiece({ text, mentions }: Piece, setting: Setting): void {
  const { reading } = setting;
  const [first] = mentions;
  if (!first) {
    readBare(text, setting);
    return;
  }
  const before = text.slice(0, first.from);
  if (leaves.test(before)) {
    reading.left.push(...first.items);
    return;
  }
  const isTarget =
    startsTarget.test(before) && !startsSource.test(before.replace(/^.*\b(?:an?|another)\b/iu, ''));
  const behind = text.slice(first.to);
  const connector = becomes.exec(behind) ?? becomesToo.exec(behind);
  const target = isTarget && !connector;
  const bare = blanked(text, mentions);
  if (target) {
    const open = setting.known.filter(({ line }) => first.items.includes(line));
    const [wish] = open;
    const chosen = wish ? wish.line : theOne(first.items, '', setting);
    if (chosen) reading.wishes.push({ line: chosen, said: [bare], source: '', anew: false });
    else reading.unclear.push(...first.items);
    return;
  }
  const source = connector ? text.slice(0, first.to + connector.index) : text;
  const wanted = connector ? bare.slice(first.to + connector.index + connector[0].length) : undefined;
  // "The kettle and the lamp": things that are named together.
  const named = mentions.filter(({ to }) => to <= source.length);
  for (const mention of named.slice(0, -1)) add(mention, text.slice(0, mention.to), undefined, setting);
  const last = named.at(-1) ?? first;
  add(last, named.length > 1 ? text.slice(named.at(-2)?.to ?? 0, source.length) : source, wanted, setting);
}

/** A line named by its product and what tells it from its twins. */
function add(
  mention: Mention<IdentifiedLine>,
  source: string,
  wanted: string | undefined,
  setting: Setting,
): void {
  const { reading } = setting;
  const words = blanked(
    source,
    mentionsOf(source, setting.lines, ({ product }) => product),
  );
  const free = mention.items.filter(({ id }) => !reading.wishes.some(({ line }) => line.id === id));
  const pool = free.length > 0 ? free : mention.items;
  const lines = theOnes(pool, words, source, setting);
  if (lines.length === 0) {
    reading.unclear.push(...pool);
    return;
  }
  for (const line of lines) {
    const told = wanted ?? otherOptions(line, words, setting);
    reading.wishes.push({ line, said: told === undefined ? [] : [told], source, anew: told !== undefined });
  }
}

/** "The kettle in black", of a white one: what is said of it is what is wanted. */
function otherOptions(line: IdentifiedLine, words: string, setting: Setting): string | undefined {
  const { options = {} } = line;
  const said = optionsSaid(words, variantsOf(line, setting));
  return Object.entries(said).some(([name, value]) => options[name] !== value) ? words : undefined;
}

/** No thing is named: it is about the thing asked about, or one whose options are said. */
function readBare(text: string, setting: Setting): void {
  const { lines, products, known, asked, reading } = setting;
  const [current] = reading.wishes.slice(-1);
  if (current && current.said.length > 0) {
    current.said = [`${current.said.join(' ')}, ${text}`];
    return;
  }
  const says = (line: IdentifiedLine) => Object.keys(optionsSaid(text, variantsOf(line, setting))).length;
  const named = theOnesBy(asked, (line) => matching(line, text, setting));
  if (asked.length > 1 && named.length === 1 && named[0]) {
    reading.wishes.push({ line: named[0], said: [], source: text, anew: false });
    return;
  }
  const open = known.filter((wish) => isOpen(wish, products)).map(({ line }) => line);
  const pool = [open.slice(0, 1), known.map(({ line }) => line), lines.length === 1 ? lines : []];
  for (const some of pool) {
    const most = theOnesBy(some, says);
    const [line] = most;
    const anything = some.length === 1 && (some === pool[0] || some === pool[2]);
    if (line && most.length === 1 && (says(line) > 0 || anything)) {
      reading.wishes.push({ line, said: [text], source: '', anew: false });
      return;
    }
  }
}

const isOpen = ({ line, said }: ItemWish, products: ReadonlyMap<string, Product>): boolean => {
  const product = products.get(line.product.slug);
  return said.length === 0 || !product || chooseVariant(said, product, line.options).kind !== 'one';
};

const matching = (line: IdentifiedLine, words: string, setting: Setting): number =>
  Object.entries(optionsSaid(words, variantsOf(line, setting))).filter(
    ([name, value]) => line.options?.[name] === value,
  ).length;

function theOnesBy(
  lines: readonly IdentifiedLine[],
  score: (line: IdentifiedLine) => number,
): IdentifiedLine[] {
  const most = Math.max(0, ...lines.map(score));
  return lines.filter((line) => score(line) === most);
}

const theOne = (
  items: readonly IdentifiedLine[],
  words: string,
  setting: Setting,
): IdentifiedLine | undefined => {
  const [line, ...others] = theOnes(items, words, '', setting);
  return others.length === 0 ? line : undefined;
};

const severalMeant = /\b(?:both|all|two|three|every|each|pair of)\b|两|都|全/iu;

/** The lines of one name that are meant: told apart by their options; the first of several that are the same. */
function theOnes(
  items: readonly IdentifiedLine[],
  words: string,
  source: string,
  setting: Setting,
): IdentifiedLine[] {
  if (items.length < 2) return [...items];
  if (severalMeant.test(source)) return [...items];
  const best = theOnesBy(items, (line) => matching(line, words, setting));
  const [first] = best;
  const same = (one: VariantOptions = {}, other: VariantOptions = {}) =>
    Object.keys({ ...one, ...other }).every((name) => one[name] === other[name]);
  return first && best.every((line) => same(line.options, first.options)) ? [first] : [];
}
