import { cardinal, ordinal } from '../numbers/cardinal.ts';
import { pausesAfter, type Rewriting, type SpokenWords, wordAt } from '../reading.ts';

const months = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];
/** Also everyday words: a plain number after them makes no date. */
const everyday = new Set(['march', 'may']);

/** "the third of march" → 3 March, "march third twenty twenty six" → March 3, 2026. Weekdays stay words. */
export function date(reading: SpokenWords, at: number): Rewriting | undefined {
  return dayFirst(reading, at) ?? monthFirst(reading, at);
}

function dayFirst(reading: SpokenWords, at: number): Rewriting | undefined {
  const the = wordAt(reading, at) === 'the' ? 1 : 0;
  const day = dayNumber(reading, at + the);
  if (!day) return undefined;
  const of = wordAt(reading, at + the + day.take) === 'of' ? 1 : 0;
  const month = monthAt(reading, at + the + day.take + of);
  if (!month || (!of && !day.ordinal)) return undefined;
  const take = the + day.take + of + 1;
  const year = yearAt(reading, at + take);
  return { take: take + (year?.take ?? 0), text: `${day.value} ${month}${year ? ` ${year.value}` : ''}` };
}

function monthFirst(reading: SpokenWords, at: number): Rewriting | undefined {
  const month = monthAt(reading, at);
  if (!month || pausesAfter(reading, at)) return undefined;
  const the = wordAt(reading, at + 1) === 'the' ? 1 : 0;
  const day = dayNumber(reading, at + 1 + the);
  if (
    !day ||
    (!day.ordinal && everyday.has(wordAt(reading, at)) && !/^[A-Z]/.test(reading.pieces[at]?.raw ?? ''))
  )
    return undefined;
  const take = 1 + the + day.take;
  const year = yearAt(reading, at + take);
  return { take: take + (year?.take ?? 0), text: `${month} ${day.value}${year ? `, ${year.value}` : ''}` };
}

function monthAt(reading: SpokenWords, at: number): string | undefined {
  const word = wordAt(reading, at);
  return months.includes(word) ? word.charAt(0).toUpperCase() + word.slice(1) : undefined;
}

function dayNumber(
  reading: SpokenWords,
  at: number,
): { take: number; value: number; ordinal: boolean } | undefined {
  const found = ordinal(reading, at);
  const day = found ?? cardinal(reading, at);
  if (!day || day.value < 1 || day.value > 31) return undefined;
  return { take: day.take, value: day.value, ordinal: found !== undefined };
}

/** "twenty twenty six", "two thousand twenty six", "2026". */
function yearAt(reading: SpokenWords, at: number): { take: number; value: number } | undefined {
  const first = cardinal(reading, at);
  if (first && first.value >= 1900 && first.value < 2100) return first;
  if (first?.value !== 19 && first?.value !== 20) return undefined;
  const second = cardinal(reading, at + first.take);
  if (!second || second.value < 10 || second.value > 99) return undefined;
  return { take: first.take + second.take, value: first.value * 100 + second.value };
}
