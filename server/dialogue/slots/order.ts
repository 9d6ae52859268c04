import type { HeardWord, OrderBrief, OrderState, TranscriptWord } from '#protocol';
import { codeOf, type NumberShape, numberShape } from '../../order-numbers/index.ts';
import { goodsRanges } from '../items/mentions.ts';
import {
  digitRuns,
  type HeardDigit,
  heardWords,
  type Part,
  type Resolution,
  resolveNumber,
  typedWords,
} from '../order-resolver/index.ts';
import { literally, named } from './naming.ts';
import { placedThen } from './placed-day.ts';

/** How an utterance points at one of the caller's orders. */
export type OrderReference =
  | { kind: 'none' }
  | { kind: 'certain'; number: string }
  /** `heard`: characters of a number that were heard and that all of them have; nothing but asking tells which. */
  | { kind: 'several'; numbers: string[]; heard?: string }
  /** `digits` are the characters of its code. */
  | { kind: 'doubtful'; number: string; digits: string }
  /** A number was given that none of the caller's orders has. */
  | { kind: 'unknown'; digits: string };

export interface OrderContext {
  /** Newest first. */
  orders: OrderBrief[];
  /** Products of each order beyond its main one. */
  otherProducts?: (number: string) => { name: string; noun: string }[];
  /** The order spoken of last. */
  last?: string | undefined;
  /** Orders just offered to choose from. */
  offered: string[];
  /** Orders told of together last, in that order: "the second one". */
  listed?: readonly string[];
  /** An order number was asked for: short digits are one. */
  expected: boolean;
  /** Digits of a number that was begun the turn before. */
  begun?: string | undefined;
  /** Numbers such as the shop gives its orders, beside those of the caller's own. */
  numberExamples?: readonly string[];
  now: Date;
}

const ending = /\b(?:end(?:s|ing)?|finish(?:es|ing)?|last (?:two|three|four|digits?|numbers?))\b|尾号|结尾/iu;
const beginning = /\b(?:start(?:s|ing)?|begin(?:s|ning)?|first (?:two|three|digits?))\b|开头/iu;
const numbered = /\b(?:order|number|no|so|#)\b|订单/iu;
/** What follows a number that is a size, a time or a price. */
const measured =
  /^(?:cm|mm|m|kg|g|ml|l|lit(?:er|re)s?|gb|tb|mp|mah|w|watts?|lbs?|oz|pieces?|pcs|centimet\w*|millimet\w*|met(?:re|er)s?|inch\w*|f(?:ee|oo)t|days?|weeks?|months?|hours?|minutes?|pounds?|euros?|dollars?|quid|percent|am|pm|厘米|米|天|分钟|元)$/iu;
const latest =
  /\b(?:last|latest|newest|most recent|recent) (?:order|one|purchase)\b|最近的?(?:一个)?订单|上一个订单/iu;
const same = /\b(?:it|that|this|them|its|same (?:one|order))\b|它|这个/iu;
/** "The one before that": bought just before the one spoken of. */
const beforeThat =
  /\b(?:one|order) before(?: (?:that|this|it|last))?[^\p{L}\p{N}]*$|\bprevious (?:one|order)\b|(?:再)?(?:上|前)一个(?!订单)/iu;
const bought = /\b(?:bought|ordered|placed|purchased|got|purchase)\b|买|下单/iu;
/** Which of those told of together, from the front or, negative, from the back. */
const places: readonly [said: RegExp, at: number][] = [
  [
    /\bfirst (?:one|order)\b|(?<!\b(?:on|until|till|by|from|before) )\bthe (?:first|1st)[^\p{L}\p{N}]*$|\bthe former\b|第一(?:个|单|笔)|前(?:者|面那个)/iu,
    0,
  ],
  [
    /\bsecond (?:one|order)\b|(?<!\b(?:on|until|till|by|from|before) )\bthe (?:second|2nd)[^\p{L}\p{N}]*$|第二(?:个|单|笔)/iu,
    1,
  ],
  [
    /\bthird (?:one|order)\b|(?<!\b(?:on|until|till|by|from|before) )\bthe (?:third|3rd)[^\p{L}\p{N}]*$|第三(?:个|单|笔)/iu,
    2,
  ],
  [
    /\bfourth (?:one|order)\b|(?<!\b(?:on|until|till|by|from|before) )\bthe (?:fourth|4th)[^\p{L}\p{N}]*$|第四(?:个|单|笔)/iu,
    3,
  ],
  [
    /\blast (?:one|order)\b|\bthe (?:last|latter)[^\p{L}\p{N}]*$|\bthe latter\b|最后(?:一)?(?:个|单|笔)|后(?:者|面那个)/iu,
    -1,
  ],
];
const otherOne =
  /\bother (?:one|order)\b|\bnot (?:that|this) one\b|\bdifferent (?:one|order)\b|另一个|另外那个/iu;

/** Orders people mostly talk about. */
const underWay: readonly OrderState[] = ['placed', 'packed', 'shipped', 'out_for_delivery'];

interface Given {
  digits: HeardDigit[];
  part: Part;
}

/** A run of fewer characters is a number only where it is called one. */
const fewestUncalled = 4;

function givenNumbers(words: HeardWord[], expected: boolean, shape: NumberShape): Given[] {
  const [fewest, most] = shape.lengths;
  const shortest = Math.max(fewestUncalled, fewest - 1);
  const runs = digitRuns(words, shape).flatMap((run): Given[] => {
    if (measured.test(words[run.to + 1]?.text ?? '')) return [];
    const before = words
      .slice(Math.max(0, run.from - 5), run.from)
      .map((word) => word.text)
      .join(' ');
    const length = run.digits.length;
    if (ending.test(before)) return [{ digits: run.digits, part: 'ending' }];
    if (beginning.test(before)) return [{ digits: run.digits, part: 'beginning' }];
    if (length >= shortest && length <= most + 2) return [{ digits: run.digits, part: 'whole' }];
    const called = numbered.test(before) || expected;
    return called && length < shortest ? [{ digits: run.digits, part: 'ending' }] : [];
  });
  return runs.sort((a, b) => b.digits.length - a.digits.length);
}

function byNumber(given: Given, orders: OrderBrief[], shape: NumberShape): OrderReference {
  const own = orders.map((order) => order.number);
  let found = resolveNumber(given.digits, given.part, own, shape);
  if (found.kind === 'unknown' && given.part === 'ending')
    found = resolveNumber(given.digits, 'beginning', own, shape);
  const heard = given.digits.map(({ digit }) => digit).join('');
  if (found.kind === 'unknown' && given.part !== 'whole') found = containing(heard, own, shape);
  switch (found.kind) {
    case 'doubtful':
      return { kind: 'doubtful', number: found.number, digits: codeOf(found.number, shape) };
    case 'unknown':
      return { kind: 'unknown', digits: heard };
    case 'several':
      return { ...found, heard };
    default:
      return found;
  }
}

/** Numbers in which those characters stand somewhere. */
function containing(heard: string, own: string[], shape: NumberShape): Resolution {
  const numbers = own.filter((number) => codeOf(number, shape).includes(heard));
  const [only] = numbers;
  if (only === undefined) return { kind: 'unknown' };
  return numbers.length > 1 ? { kind: 'several', numbers } : { kind: 'doubtful', number: only, doubtful: [] };
}

/** The rest of a number that was begun: "45", then "192". */
function continued(
  begun: string,
  said: HeardWord[],
  orders: OrderBrief[],
  shape: NumberShape,
): OrderReference | undefined {
  const [, whole] = shape.lengths;
  const rest = digitRuns(said, shape, 1)[0]?.digits;
  if (!rest || rest.length >= whole || begun.length + rest.length > whole) return undefined;
  const before = [...begun].map((digit): HeardDigit => ({ digit, confidence: heardBefore }));
  const digits = [...before, ...rest];
  const joined = byNumber({ digits, part: digits.length < whole ? 'beginning' : 'whole' }, orders, shape);
  return joined.kind === 'unknown' ? undefined : joined;
}

/** How sure the digits of the turn before are. */
const heardBefore = 0.9;

/** "Is 45192 or 45193 the desk?": of several numbers the one whose goods are named; else they are several. */
function byEither(given: Given[], text: string, context: OrderContext, shape: NumberShape): OrderReference {
  const references = given
    .filter(({ part }) => part === 'whole')
    .map((each) => byNumber(each, context.orders, shape));
  const numbers = [...new Set(references.flatMap((each) => (each.kind === 'certain' ? [each.number] : [])))];
  const [first] = references;
  if (numbers.length < 2)
    return references.find(({ kind }) => kind === 'certain') ?? first ?? { kind: 'none' };
  const among = context.orders.filter(({ number }) => numbers.includes(number));
  const named = byProduct(text, { ...context, orders: among });
  return fromList(named.length === 1 ? named : among);
}

const fromList = (orders: OrderBrief[]): OrderReference => {
  const [first] = orders;
  if (!first) return { kind: 'none' };
  return orders.length === 1
    ? { kind: 'certain', number: first.number }
    : { kind: 'several', numbers: orders.map((order) => order.number) };
};

function byProduct(text: string, context: OrderContext): OrderBrief[] {
  const whole = byAllNamed(text, context);
  if (whole.length > 0) return whole;
  const main = named(text, context.orders, (order) => order.mainProduct);
  if (main.length > 0) return main;
  return context.orders.filter(
    (order) => named(text, context.otherProducts?.(order.number) ?? [], (product) => product).length > 0,
  );
}

/** "The order with the kettle and the lamp": where several things are named, the orders that hold most of them. */
function byAllNamed(text: string, { orders, otherProducts }: OrderContext): OrderBrief[] {
  if (!otherProducts) return [];
  const goods = new Map(orders.map((order) => [order, [order.mainProduct, ...otherProducts(order.number)]]));
  const told = goodsRanges(text, [...goods.values()].flat());
  const names = new Set(told.map(({ from, to }) => text.slice(from, to).toLowerCase().replace(/s$/, '')));
  if (names.size < 2) return [];
  const holds = (products: { name: string; noun: string }[]) =>
    [...names].filter((name) => named(name, products, (each) => each).length > 0).length;
  const counts = new Map([...goods].map(([order, products]) => [order, holds(products)]));
  const most = Math.max(...counts.values());
  return most < 2 ? [] : orders.filter((order) => counts.get(order) === most);
}

/** Whether an utterance gives a number that may be an order's. */
export function givesNumber(
  text: string,
  words: TranscriptWord[] | undefined,
  context: OrderContext,
): boolean {
  const shape = shapeOf(context);
  return (
    givenNumbers(words ? heardWords(words, shape) : typedWords(text), context.expected, shape).length > 0
  );
}

const shapeOf = ({ orders, numberExamples = [] }: OrderContext): NumberShape =>
  numberShape([...orders.map(({ number }) => number), ...numberExamples]);

/** Where a text has a number of theirs as it is written, whatever marks stand in it: "a2024 00917" is A-2024-00917. */
function writtenOut(text: string, { orders }: OrderContext): string[] {
  const upper = text.toUpperCase();
  return orders.flatMap(({ number }) => {
    // Digits alone may be a size or a price, too.
    if (/^\d*$/.test(number)) return [];
    const [, mark = '', rest = ''] = /^([^\p{L}\p{N}]*)(.*)$/su.exec(number.toUpperCase()) ?? [];
    const runs = rest.match(/\p{L}+|\p{N}+/gu) ?? [];
    if (runs.length === 0 || !runs.every((run) => upper.includes(run))) return [];
    const written = `${literally(mark)}${runs.map(literally).join('[^\\p{L}\\p{N}]{0,3}')}`;
    return new RegExp(`(?<![\\p{L}\\p{N}])${written}(?![\\p{L}\\p{N}])`, 'u').test(upper) ? [number] : [];
  });
}

/** The order an utterance points at: by number, product, time, "my last order", "the other one", "it". */
export function findOrder(
  text: string,
  words: TranscriptWord[] | undefined,
  context: OrderContext,
): OrderReference {
  // What was heard may be another number than the recogniser wrote; what is typed is that one.
  const [written, ...others] = words ? [] : writtenOut(text, context);
  if (written !== undefined && others.length === 0) return { kind: 'certain', number: written };
  const shape = shapeOf(context);
  const said = words ? heardWords(words, shape) : typedWords(text);
  const rest = context.begun && continued(context.begun, said, context.orders, shape);
  if (rest) return rest;
  const [given, ...more] = givenNumbers(said, context.expected, shape);
  if (given && more.some(({ part }) => part === 'whole'))
    return byEither([given, ...more], text, context, shape);
  if (given) return byNumber(given, context.orders, shape);
  return otherOne.test(text) ? theOther(text, context) : byWords(text, context);
}

/** "The other one, the desk": of those offered or all, not the one spoken of last. */
function theOther(text: string, context: OrderContext): OrderReference {
  const products = byProduct(text, context);
  const [only] = products;
  if (products.length === 1 && only && only.number !== context.last) return fromList([only]);
  const offered = context.orders.filter((order) => context.offered.includes(order.number));
  const pool = offered.length > 1 ? offered : context.orders;
  const others = (products.length > 1 ? products : pool).filter((order) => order.number !== context.last);
  const coming = others.filter((order) => underWay.includes(order.state));
  return fromList(coming.length > 0 ? coming : others);
}

function byWords(text: string, context: OrderContext): OrderReference {
  const offered = context.orders.filter((order) => context.offered.includes(order.number));
  const products = byProduct(text, context);
  const then = placedThen(text, products.length > 0 ? products : context.orders, context.now);
  if (then && then.length > 0) return fromList(then);
  if (products.length > 1 && offered.length > 0) {
    const among = products.filter((order) => offered.includes(order));
    if (among.length > 0) return fromList(among);
  }
  if (products.length > 0) return fromList(products);
  const placed = listedAt(text, context) ?? olderThan(text, context);
  if (placed) return { kind: 'certain', number: placed };
  if (latest.test(text)) return fromList(context.orders.slice(0, 1));
  if (same.test(text) && context.last) return { kind: 'certain', number: context.last };
  return { kind: 'none' };
}

/** "The second one": of those told of together. */
function listedAt(text: string, { listed = [], orders }: OrderContext): string | undefined {
  if (listed.length < 2) return undefined;
  const at = places.find(([said]) => said.test(text))?.[1];
  // "The last one I bought" is the newest, wherever it stands.
  if (at === undefined || (at === -1 && bought.test(text))) return undefined;
  const number = listed.at(at);
  return orders.some((order) => order.number === number) ? number : undefined;
}

/** "The one before that": the next older one. */
function olderThan(text: string, { orders, last }: OrderContext): string | undefined {
  if (!last || !beforeThat.test(text)) return undefined;
  const at = orders.findIndex(({ number }) => number === last);
  return at < 0 ? undefined : orders[at + 1]?.number;
}
