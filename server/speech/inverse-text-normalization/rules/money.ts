import { type Cardinal, cardinal } from '../numbers/cardinal.ts';
import { pausesAfter, type Rewriting, type SpokenWords, wordAt, wordsBefore } from '../reading.ts';

const signs: Readonly<Record<string, string>> = {
  dollar: '$',
  dollars: '$',
  buck: '$',
  bucks: '$',
  euro: '€',
  euros: '€',
  pound: '£',
  pounds: '£',
  quid: '£',
};
const small = /^(?:cents?|pence|p)$/;
const priced = new Set([
  'cost',
  'costs',
  'price',
  'priced',
  'paid',
  'pay',
  'charged',
  'charge',
  'worth',
  'refunded',
  'refund',
  'total',
  'spent',
  'bill',
  'costing',
]);
const weighed = new Set(['weigh', 'weighs', 'weight', 'weighing', 'hold', 'holds', 'heavy']);
/** Cents that prices end in: "twenty nine ninety nine" is a price where nothing says it is a number. */
const priceEndings = new Set([99, 95, 98]);

/** "twenty nine dollars and ninety nine cents" → $29.99, "fifty bucks" → $50, "cost twenty nine ninety nine" → 29.99. */
export function money(reading: SpokenWords, at: number): Rewriting | undefined {
  const whole = cardinal(reading, at);
  if (!whole || whole.size === 'zero') return undefined;
  return withCurrency(reading, at, whole) ?? bare(reading, at, whole);
}

function withCurrency(reading: SpokenWords, at: number, whole: Cardinal): Rewriting | undefined {
  const sign = signs[wordAt(reading, at + whole.take)];
  if (sign) {
    const isWeight = sign === '£' && wordsBefore(reading, at, 4).some((word) => weighed.has(word));
    if (isWeight) return undefined;
    return rest(reading, at, whole.take + 1, `${sign}${whole.digits}`);
  }
  const split = decimal(reading, at + whole.take) ?? centsAt(reading, at + whole.take);
  const after = split && signs[wordAt(reading, at + whole.take + split.take)];
  if (!after || pausesAfter(reading, at + whole.take - 1)) return undefined;
  return { take: whole.take + split.take + 1, text: `${after}${whole.digits}.${split.digits}` };
}

/** "and ninety nine cents", "fifty" after "nineteen dollars". */
function rest(reading: SpokenWords, at: number, take: number, text: string): Rewriting {
  const and = wordAt(reading, at + take) === 'and' ? 1 : 0;
  const cents = pausesAfter(reading, at + take - 1) && !and ? undefined : cardinal(reading, at + take + and);
  if (!cents || cents.value > 99) return { take, text };
  const end = take + and + cents.take;
  const padded = cents.digits.padStart(2, '0');
  if (small.test(wordAt(reading, at + end))) return { take: end + 1, text: `${text}.${padded}` };
  const closes = at + end >= reading.pieces.length || pausesAfter(reading, at + end - 1);
  return !and && cents.value >= 10 && closes ? { take: end, text: `${text}.${padded}` } : { take, text };
}

/** "twenty nine ninety nine" without a currency. */
function bare(reading: SpokenWords, at: number, whole: Cardinal): Rewriting | undefined {
  if (
    !['unit', 'teen', 'tens', 'compound', 'large'].includes(whole.size) ||
    pausesAfter(reading, at + whole.take - 1)
  )
    return undefined;
  const cents = centsAt(reading, at + whole.take);
  if (!cents || cardinal(reading, at + whole.take + cents.take)) return undefined;
  const isPriced = wordsBefore(reading, at, 4).some((word) => priced.has(word));
  const isPrice = whole.value < 19 || whole.value > 20 ? priceEndings.has(Number(cents.digits)) : false;
  const dictating =
    reading.hints.expecting === 'order_number' ||
    wordsBefore(reading, at, 5).some((word) => numbered.has(word));
  if (dictating || !(isPriced || isPrice)) return undefined;
  return { take: whole.take + cents.take, text: `${whole.digits}.${cents.digits}` };
}
const numbered = new Set(['order', 'number', 'so', 'ending', 'code', 'zip', 'ends', 'reference', 'tracking']);

/** Two figures: "ninety nine", "fifty", "oh five". */
function centsAt(reading: SpokenWords, at: number): { take: number; digits: string } | undefined {
  const first = cardinal(reading, at);
  if (first?.size === 'zero') {
    const unit = cardinal(reading, at + 1);
    return unit?.size === 'unit' ? { take: 2, digits: `0${unit.digits}` } : undefined;
  }
  return first && ['teen', 'tens', 'compound'].includes(first.size) ? first : undefined;
}

/** "point nine nine". */
function decimal(reading: SpokenWords, at: number): { take: number; digits: string } | undefined {
  if (wordAt(reading, at) !== 'point') return undefined;
  const one = cardinal(reading, at + 1);
  const two = one && cardinal(reading, at + 1 + one.take);
  if (!one) return undefined;
  if (one.digits.length === 2) return { take: 1 + one.take, digits: one.digits };
  return two?.digits.length === 1
    ? { take: 1 + one.take + two.take, digits: one.digits + two.digits }
    : { take: 1 + one.take, digits: `${one.digits}0` };
}
