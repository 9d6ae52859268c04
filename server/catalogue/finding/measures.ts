import { chineseNumber, smallNumber } from '../../small-numbers.ts';

/** A number with its unit, where it stands in a text. Lengths are in millimetres, money in the currency's main unit. */
export interface Measure {
  kind: 'length' | 'money' | 'weight' | 'bare';
  value: number;
  from: number;
  to: number;
}

/** Numerals that people write instead of digits, in the same length, so that places in the text stay what they are. */
const withDigits = (text: string) =>
  text.replace(/[０-９]/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));

const oneWord =
  'one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand';
/** "A hundred", "two hundred and fifty", "eighty-five", "a couple of hundred", "one and a half". */
const numberWords = `(?<![a-z])(?:(?:a )?couple(?: of)?|an?|${oneWord})(?:(?:-| | and )(?:${oneWord})){0,6}(?: and a half)?`;
const number = `(\\d{1,4}(?:\\.\\d{1,2})?[百千万]|\\d{1,6}(?:,\\d{3})?(?:\\.\\d{1,3})?|[零〇一二两三四五六七八九十百千万]{1,9}|half an?|${numberWords})`;

function numeralValue(text: string): number | undefined {
  const plain = text.toLowerCase();
  const hundreds = /^([\d.]+)([百千万])$/u.exec(plain);
  if (hundreds) return Number(hundreds[1]) * (chineseNumber(hundreds[2] ?? '') ?? 1);
  if (/^\d/.test(plain)) return Number(plain.replace(/,/g, ''));
  if (/^half an?$/.test(plain)) return 0.5;
  return englishNumber(plain) ?? chineseNumber(text);
}

const teens = ['thirteen', 'fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen'];
const tens = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];
const smaller = (word: string): number | undefined => {
  if (word === 'couple') return 2;
  if (teens.includes(word)) return teens.indexOf(word) + 13;
  return tens.includes(word) ? (tens.indexOf(word) + 2) * 10 : smallNumber(word);
};

/** What a next word of a number makes of the value of those before; undefined where it cannot follow. */
function continued(value: number | undefined, word: string): number | undefined {
  if (word === 'hundred') return (value ?? 1) * 100;
  if (word === 'thousand') return (value ?? 1) * 1000;
  const more = smaller(word);
  if (more === undefined || value === undefined) return more;
  if (value % 100 === 0) return value + more;
  if (more < 10 && value % 100 >= 20 && value % 10 === 0) return value + more;
  return more >= 10 && value < 20 ? value * 100 + more : undefined;
}

/** "Two hundred and fifty" is 250, as is "two fifty"; "a" is 1. Undefined for what is no number. */
export function englishNumber(said: string): number | undefined {
  const text = said.toLowerCase();
  const whole = text.replace(/ and a half$/, '');
  const words = whole.split(/[\s-]+/).filter((word) => !['a', 'an', 'and', 'of'].includes(word));
  const [thousands, rest] = words.includes('thousand')
    ? [words.slice(0, words.indexOf('thousand') + 1), words.slice(words.indexOf('thousand') + 1)]
    : [[], words];
  let value: number | undefined = /^an?$/.test(whole) ? 1 : undefined;
  for (const word of rest) {
    value = continued(value, word);
    if (value === undefined) return undefined;
  }
  const more = thousands.length > 0 ? thousands.reduce<number | undefined>(continued, undefined) : 0;
  if (more === undefined || (value === undefined && thousands.length === 0)) return undefined;
  return more + (value ?? 0) + (text === whole ? 0 : halfOf(more + (value ?? 0)));
}

/** Half of the last unit: "one hundred and a half" is 150, "one and a half" 1.5. */
const halfOf = (value: number): number => ([1000, 100].find((unit) => value % unit === 0) ?? 1) / 2;

const millimetres: [unit: RegExp, each: number][] = [
  [/^(?:mm|millimet(?:re|er)s?|毫米)$/iu, 1],
  [/^(?:cm|cms|centimet(?:re|er)s?|centi|厘米|公分)$/iu, 10],
  [/^(?:m|met(?:re|er)s?|米)$/iu, 1000],
  [/^(?:inch|inches|in|"|”|″|英寸|寸)$/iu, 25.4],
  [/^(?:ft|foot|feet|'|’|′|英尺|尺)$/iu, 304.8],
];
const lengthUnit =
  'millimetres?|millimeters?|mm|centimetres?|centimeters?|cms?|metres?|meters?|m|inch(?:es)?|in|"|”|″|ft|foot|feet|\'|’|′|毫米|厘米|公分|米|英寸|英尺|寸|尺';
const length = new RegExp(
  `(?<![\\d.,\\p{Script=Latin}零〇一二两三四五六七八九十百千万])${number}\\s?-?(?:${lengthUnit})(?![a-z])(?:\\s?(\\d{1,3}|[一二三四五六七八九])\\s?(?:inch(?:es)?|in|"|”|″|cm|公分|厘米|(?=\\D|$)))?`,
  'giu',
);
const metreAndAHalf =
  /\b(?:a|one) met(?:re|er) and a half\b|\b(?:a|one) and a half met(?:re|er)s?\b|一米半/giu;

const money = new RegExp(
  `[£$€¥]\\s?${number}(k\\b)?|${number}\\s?(?:quid|pounds?|gbp|euros?|eur|dollars?|bucks|usd|grand|英镑|镑|块钱|块|元|欧元|美元)(?![a-z])`,
  'giu',
);
const weight = new RegExp(`${number}\\s?(kg|kilos?|kilograms?|公斤|千克|斤)(?![a-z])`, 'giu');
const bare =
  /(?<![\d.,\p{L}£$€¥×])(\d{2,6}(?:,\d{3})?)(?![\d.,]?\d|\s?(?:%|°|x\b|×|mm\b|cm\b|m\b|kg\b|inch|in\b|ft\b|foot|feet|["'”′″]|days?\b|weeks?\b|months?\b|years?\b|hours?\b|minutes?\b|watts?\b|litres?\b|gb\b|tb\b)|[a-z]|\s?(?![以之内下上起左右的到至])\p{Script=Han})|[一二三四五六七八九两][百千](?:[零〇一二三四五六七八九十百]{0,5})/giu;

/** "Under a hundred", "less than eighty": fewer than twenty count other things than money. */
const bareWords =
  /(?<![a-z-])(?:(?:a )?couple of |an? |(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen) )?(?:hundred|thousand|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:(?:-| | and )(?:one|two|three|four|five|six|seven|eight|nine|ten|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred)){0,4}(?![a-z-]|\s(?:days?|nights?|weeks?|months?|years?|hours?|minutes?|people|persons?|per cent|percent)\b)/giu;

/** What is read, first things first: a number that is money is no length. */
const readings: readonly [
  kind: Measure['kind'],
  pattern: RegExp,
  value: (match: RegExpExecArray) => number | undefined,
][] = [
  ['length', metreAndAHalf, () => 1500],
  ['money', money, moneyOf],
  ['weight', weight, weightOf],
  ['length', length, lengthOf],
  ['bare', bare, ([said]) => numeralValue(said)],
  ['bare', bareWords, ([said]) => numeralValue(said)],
];

/** Every measure in a text, in its order; none inside another. */
export function measuresIn(given: string): Measure[] {
  const text = withDigits(given);
  const found: Measure[] = [];
  for (const [kind, pattern, read] of readings)
    for (const match of text.matchAll(pattern)) {
      const value = read(match);
      const [from, to] = [match.index, match.index + match[0].length];
      if (value === undefined || found.some((other) => from < other.to && other.from < to)) continue;
      found.push({ kind, value, from, to });
    }
  return found.sort((one, other) => one.from - other.from);
}

function moneyOf([said, first, thousands, second]: RegExpExecArray): number | undefined {
  const value = numeralValue(first ?? second ?? '');
  return value === undefined ? undefined : value * (thousands || /grand$/i.test(said) ? 1000 : 1);
}

function weightOf([, said = '', unit]: RegExpExecArray): number | undefined {
  const value = numeralValue(said);
  return value === undefined ? undefined : value * (unit === '斤' ? 500 : 1000);
}

/** "5 ft 2" and 一米二: what stands behind the unit is in the next smaller one, behind 米 a tenth or a hundredth. */
function lengthOf(match: RegExpExecArray): number | undefined {
  const [whole, first = '', second] = match;
  const unit = new RegExp(`^${number}\\s?-?(${lengthUnit})`, 'iu').exec(whole)?.[2] ?? '';
  const each = millimetres.find(([pattern]) => pattern.test(unit))?.[1];
  const value = numeralValue(first);
  if (each === undefined || value === undefined) return undefined;
  if (second === undefined) return value * each;
  const rest = numeralValue(second) ?? 0;
  if (each === 304.8) return value * each + rest * 25.4;
  if (each === 1000) return value * each + rest * (rest < 10 ? 100 : 10);
  return value * each;
}
