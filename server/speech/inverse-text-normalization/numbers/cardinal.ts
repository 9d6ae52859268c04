import { pausesAfter, type SpokenWords, wordAt } from '../reading.ts';
import { ordinals, teens, tens, units, zeros } from './number-words.ts';

/**
 * One number as said in one go: "ninety two", "one hundred and five", "45". `size` tells "four" from "fourteen" from
 * "forty five": runs of single digits are numbers said digit by digit.
 */
export interface Cardinal {
  take: number;
  value: number;
  digits: string;
  size: 'zero' | 'unit' | 'teen' | 'tens' | 'compound' | 'large' | 'literal';
}

/** The cardinal number at `at`. */
export function cardinal(reading: SpokenWords, at: number): Cardinal | undefined {
  const word = wordAt(reading, at);
  if (zeros.has(word)) return { take: 1, value: 0, digits: '0', size: 'zero' };
  if (word === 'a') {
    const next = wordAt(reading, at + 1);
    return next === 'hundred' || next === 'thousand' ? scaled(reading, at + 1, at, 1) : undefined;
  }
  const small = belowHundred(reading, at);
  if (small) return scaled(reading, at + small.take, at, small.value) ?? small;
  if (!/^\d{1,3}(?:,\d{3})+$|^\d+$/.test(word)) return undefined;
  const digits = word.replaceAll(',', '');
  return (
    scaled(reading, at + 1, at, Number(digits)) ?? { take: 1, value: Number(digits), digits, size: 'literal' }
  );
}

/** An ordinal number: "third", "twenty first". `take` pieces. */
export function ordinal(reading: SpokenWords, at: number): { take: number; value: number } | undefined {
  const word = wordAt(reading, at);
  const written = /^(\d{1,3})(?:st|nd|rd|th)$/.exec(word)?.[1];
  if (written) return { take: 1, value: Number(written) };
  const value = ordinals[word];
  if (value !== undefined) return { take: 1, value };
  const ten = tens[word];
  const unit = ordinals[wordAt(reading, at + 1).replace(/(?<=th)s$/, '')];
  return ten !== undefined && unit !== undefined && unit < 10 ? { take: 2, value: ten + unit } : undefined;
}

export const ordinalDigits = (value: number): string => {
  const ending = value % 100 > 10 && value % 100 < 14 ? 'th' : (['th', 'st', 'nd', 'rd'][value % 10] ?? 'th');
  return `${value}${ending}`;
};

function belowHundred(reading: SpokenWords, at: number): Cardinal | undefined {
  const word = wordAt(reading, at);
  const unit = units[word];
  if (unit !== undefined) return { take: 1, value: unit, digits: String(unit), size: 'unit' };
  const teen = teens[word];
  if (teen !== undefined) return { take: 1, value: teen, digits: String(teen), size: 'teen' };
  const ten = tens[word];
  if (ten === undefined) return undefined;
  const rest = pausesAfter(reading, at) ? undefined : units[wordAt(reading, at + 1)];
  return rest === undefined
    ? { take: 1, value: ten, digits: String(ten), size: 'tens' }
    : { take: 2, value: ten + rest, digits: String(ten + rest), size: 'compound' };
}

/** `value` hundreds and thousands: "hundred" or "thousand" stands at `at`, and the number began at `from`. */
function scaled(reading: SpokenWords, at: number, from: number, value: number): Cardinal | undefined {
  let end = at;
  let total = value;
  if (wordAt(reading, end) === 'hundred') {
    total *= 100;
    end += 1;
    const rest = remainder(reading, end, 100);
    if (rest) {
      total += rest.value;
      end += rest.take;
    }
  }
  if (wordAt(reading, end) === 'thousand' && total < 1000) {
    total *= 1000;
    end += 1;
    const rest = remainder(reading, end, 1000);
    if (rest) {
      total += rest.value;
      end += rest.take;
    }
  }
  return end === at ? undefined : { take: end - from, value: total, digits: String(total), size: 'large' };
}

/** What follows "hundred" or "thousand": "and five", "ninety two". */
function remainder(
  reading: SpokenWords,
  at: number,
  below: number,
): { take: number; value: number } | undefined {
  const and = wordAt(reading, at) === 'and' ? 1 : 0;
  if (pausesAfter(reading, at - 1) && below === 100) return undefined;
  const small = belowHundred(reading, at + and);
  const tens = small?.size === 'unit' && below === 1000 ? belowHundred(reading, at + and + 1) : undefined;
  if (small && tens && tens.value >= 10)
    return { take: and + 1 + tens.take, value: small.value * 100 + tens.value };
  const rest =
    below === 1000 && small
      ? (scaled(reading, at + and + small.take, at + and, small.value) ?? small)
      : small;
  return rest && rest.value < below ? { take: and + rest.take, value: rest.value } : undefined;
}
