import type { Variant, VariantOptions } from '#protocol';

const units: [said: RegExp, unit: string][] = [
  [/(?<=\d)[\s-]{0,3}(?:millilit(?:er|re)s?|ml)\b/giu, 'ml'],
  [/(?<=\d)[\s-]{0,3}(?:lit(?:er|re)s?|l)\b/giu, 'l'],
  [/(?<=\d)[\s-]{0,3}(?:millimet(?:er|re)s?|mm)\b/giu, 'mm'],
  [/(?<=\d)[\s-]{0,3}(?:centimet(?:er|re)s?|cm)\b/giu, 'cm'],
  [/(?<=\d)[\s-]{0,3}(?:feet|foot|ft)\b/giu, 'ft'],
  [/(?<=\d)[\s-]{0,3}(?:inch(?:es)?\b|["”])/giu, 'inch'],
  [/(?<=\d)[\s-]{0,3}(?:gigabytes?|gb)\b/giu, 'gb'],
  [/(?<=\d)[\s-]{0,3}(?:terabytes?|tb)\b/giu, 'tb'],
  [/(?<=\d)[\s-]{0,3}(?:megapixels?|mp)\b/giu, 'mp'],
  [/(?<=\d)[\s-]{0,3}(?:hours?|hrs?)\b/giu, 'hour'],
  [/(?<=\d)[\s-]{0,3}(?:watts?|w)\b/giu, 'w'],
  [/(?<=\d)[\s-]{0,3}(?:pounds|lbs?)\b/giu, 'lb'],
  [/(?<=\d)[\s-]{0,3}(?:pieces?|pcs)\b/giu, 'piece'],
  [/(?<=\d)[\s-]{0,3}(?:kilograms?|kilos?|kg)\b/giu, 'kg'],
  [/(?<=\d)[\s-]{0,3}bars?\b/giu, 'bar'],
  [/(?<=\d)[\s-]{0,3}cups?\b/giu, 'cup'],
  [/(?<=\d)[\s-]{0,3}degrees?\b/giu, 'degree'],
];
const spokenNumbers: Record<string, string> = {
  one: '1',
  two: '2',
  three: '3',
  four: '4',
  five: '5',
  six: '6',
  seven: '7',
  eight: '8',
  nine: '9',
  ten: '10',
  eleven: '11',
  twelve: '12',
  fifteen: '15',
  twenty: '20',
};
const numberWord = new RegExp(
  `\\b(${Object.keys(spokenNumbers).join('|')})(?=[ -](?:millilit|lit|millimet|centimet|f[eo]|inch|gig|tera|mega|hour|watt|pound|piece|kilo|bar|cup|degree))`,
  'giu',
);
const colours: [said: RegExp, colour: string][] = [
  [/\bgrey\b/giu, 'gray'],
  [/深?黑色?/gu, ' black '],
  [/白色?/gu, ' white '],
  [/红色?/gu, ' red '],
  [/蓝色?/gu, ' blue '],
  [/绿色?/gu, ' green '],
  [/灰色?/gu, ' gray '],
  [/银色?/gu, ' silver '],
  [/金色/gu, ' gold '],
  [/棕色?/gu, ' brown '],
  [/粉色?/gu, ' pink '],
  [/紫色?/gu, ' purple '],
];
const sizes: [said: RegExp, size: string][] = [
  [/\b(?:extra[- ]?large|x[- ]large)\b/giu, 'xl'],
  [/\b(?:extra[- ]?small|x[- ]small)\b/giu, 'xs'],
  [/(?:加大码|特大号?)/gu, ' xl '],
  [/(?:大号|大码)/gu, ' large '],
  [/(?:中号|中码)/gu, ' medium '],
  [/(?:小号|小码)/gu, ' small '],
];

/** Words with a blank around each; a measure is one word, a number before a unit a figure. */
function spelledOut(text: string): string {
  let words = text
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(numberWord, (said) => spokenNumbers[said.toLowerCase()] ?? said);
  for (const [said, unit] of units) words = words.replace(said, `${unit} `);
  for (const [said, word] of [...colours, ...sizes]) words = words.replace(said, word);
  return ` ${words
    .replace(/[^\p{L}\p{N}.%+]+/gu, ' ')
    .replace(/\.(?!\d)/g, ' ')
    .replace(/ +/g, ' ')
    .trim()} `;
}

const letterSizes: Record<string, string> = { s: 'small', m: 'medium', l: 'large' };

/** The ways a value is said: "L" is large, too. */
const spellings = (value: string): string[] => {
  const plain = spelledOut(value);
  const word = letterSizes[plain.trim()];
  return word ? [plain, ` ${word} `] : [plain];
};

/** What is left behind or not wanted stands behind these. */
const leftBehind =
  /(?:\b(?:from|not|isnt|arent|instead of|than|rather than|other than|anything but|except|no longer)(?: (?:the|a|an|my|in|size))? |不要|不是|从)$/u;

const isYes = (value: string) => /^(?:yes|true|included|有|是)$/iu.test(value);
const isNo = (value: string) => /^(?:no|false|none|not included|无|没有|否)$/iu.test(value);

interface Said {
  name: string;
  value: string;
  from: number;
  to: number;
}

/** Each option's values, once. */
function* valuesOf(variants: readonly Pick<Variant, 'options'>[]): Generator<[name: string, value: string]> {
  const known = new Set<string>();
  for (const [name, value] of variants.flatMap(({ options }) => Object.entries(options))) {
    const key = JSON.stringify([name, value]);
    if (!known.has(key)) yield [name, value];
    known.add(key);
  }
}

/** Where words say an option's values. */
const valuesSaid = (words: string, variants: readonly Pick<Variant, 'options'>[]): Said[] =>
  [...valuesOf(variants)].flatMap(([name, value]) => {
    if (isYes(value) || isNo(value)) return yesOrNo(words, name, value);
    return spellings(value)
      .flatMap((spelling) =>
        placesOf(words, spelling).map((from) => ({ name, value, from, to: from + spelling.length })),
      )
      .filter(({ from }) => !leftBehind.test(words.slice(Math.max(0, from - 24), from + 1)));
  });

function placesOf(words: string, part: string): number[] {
  const places: number[] = [];
  for (let at = words.indexOf(part); at >= 0; at = words.indexOf(part, at + 1)) places.push(at);
  return places;
}

/** An option that is there or not is said by its name: "waterproof", "with water resistance", "no backlight", "not waterproof". */
function yesOrNo(words: string, name: string, value: string): Said[] {
  const plain = spelledOut(name).trim();
  const stem = plain.length > 6 ? plain.slice(0, -3) : plain;
  const found: Said[] = [];
  for (const at of placesOf(words, ` ${stem}`)) {
    const before = words.slice(Math.max(0, at - 16), at + 1);
    const without = /\b(?:no|not|non|without|isnt|any|lacks?)(?: (?:the|a|any))? $/.test(before);
    if (without !== isNo(value)) continue;
    if (value.toLowerCase() === 'none' && !without) continue;
    found.push({ name, value, from: without ? Math.max(0, at - 4) : at, to: at + stem.length + 1 });
  }
  return found;
}

const within = (one: Said, other: Said) =>
  one.from >= other.from && one.to <= other.to && one.to - one.from < other.to - other.from;

/** Of a value that several options have, the one whose name stands beside it: "a black lens, brown frame". */
function besideName(words: string, { name, from, to }: Said): boolean {
  const around = words.slice(Math.max(0, from - 16), to + 16);
  return spelledOut(name)
    .trim()
    .split(' ')
    .some(
      (word) => word.length > 3 && word !== 'color' && word !== 'colour' && around.includes(word.slice(0, 5)),
    );
}

/** What is said of a product's options: of each the value that the words name last. */
export function optionsSaid(text: string, variants: readonly Pick<Variant, 'options'>[]): VariantOptions {
  const words = spelledOut(text);
  const all = valuesSaid(words, variants);
  const whole = all.filter((one) => !all.some((other) => within(one, other)));
  const named: VariantOptions = {};
  for (const said of whole.sort((one, other) => one.from - other.from)) {
    const rivals = whole.filter(({ from, name }) => from === said.from && name !== said.name);
    const beside = rivals.filter((rival) => besideName(words, rival));
    if (beside.length > 0 && !besideName(words, said)) continue;
    if (
      rivals.length > 0 &&
      beside.length === 0 &&
      !besideName(words, said) &&
      rivals.some(({ name }) => name in named)
    )
      continue;
    named[said.name] = said.value;
  }
  return named;
}

/** How a value is shown: an option that is there by its name, one that is not by "no" before it. */
export const optionShown = ([name, value]: [string, string]): string =>
  isYes(value) ? name : isNo(value) ? `no ${name}` : value;

export type Preference = { by: 'price' | { option: string }; most: boolean } | { by: 'any' };

const cheapest =
  /\b(?:cheap(?:est|er)?|least expensive|lowest[- ]price\w*|costs? (?:the )?least|(?:save|saving) money)\b|便宜/iu;
const dearest =
  /\b(?:most expensive|dearest|priciest|highest[- ]price\w*|costs? (?:the )?most|best one money can buy|top of the (?:range|line)|most premium)\b|最贵/iu;
const largest =
  /\b(?:large|bigg|great|high|long|tall|thick|wid|fast|bright|heav(?:i)?)est\b|\b(?:most|maximum|max)\b|最大|最高|最长/iu;
const smallest =
  /\b(?:small|low|short|thinn|narrow|light|slow|tini)est\b|\b(?:least|minimum|min)\b|最小|最低|最短/iu;
const whichever =
  /\b(?:any (?:will do|is fine|one|other|of them|works)|whichever|whatever|don'?t (?:care|mind)|doesn'?t matter|no preference|surprise me|you (?:choose|pick))\b|随便|都行|都可以/iu;

/** Which of several that fit is preferred: the cheapest, the dearest, the one with most of something, any. */
export function preferenceIn(
  text: string,
  variants: readonly Pick<Variant, 'options'>[],
): Preference | undefined {
  if (dearest.test(text)) return { by: 'price', most: true };
  if (cheapest.test(text)) return { by: 'price', most: false };
  const most = largest.test(text);
  if (most || smallest.test(text)) {
    const option = measuredOption(text, variants);
    if (option) return { by: { option }, most };
  }
  return whichever.test(text.replaceAll('’', "'")) ? { by: 'any' } : undefined;
}

/** The option whose values can be put in order, the one that is named before others. */
function measuredOption(text: string, variants: readonly Pick<Variant, 'options'>[]): string | undefined {
  const words = spelledOut(text);
  const names = [...new Set(variants.flatMap(({ options }) => Object.keys(options)))];
  const ordered = names.filter((name) => {
    const values = new Set(variants.flatMap(({ options }) => options[name] ?? []));
    return values.size > 1 && [...values].every((value) => measure(value) !== undefined);
  });
  return (
    ordered.find((name) =>
      name
        .toLowerCase()
        .split(/[^\p{L}\p{N}]+/u)
        .some((word) => word.length > 2 && words.includes(word)),
    ) ?? (ordered.length === 1 ? ordered[0] : undefined)
  );
}

const ranks = ['xs', 's', 'small', 'low', 'm', 'medium', 'l', 'large', 'high', 'xl', 'xxl'];
const thousands: Record<string, number> = { tb: 1000, l: 1000, liter: 1000 };

/** A value as a figure, where it can be put in order. */
export function measure(value: string): number | undefined {
  const plain = spelledOut(value).trim();
  const [, digits, unit = ''] = /^(\d{1,9}(?:\.\d{1,4})?)([a-z]*)/.exec(plain) ?? [];
  if (digits !== undefined) return Number(digits) * (thousands[unit] ?? 1);
  const rank = ranks.indexOf(plain);
  return rank < 0 ? undefined : rank;
}
