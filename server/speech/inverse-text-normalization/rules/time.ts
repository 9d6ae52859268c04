import { type Cardinal, cardinal } from '../numbers/cardinal.ts';
import { pausesAfter, type Rewriting, type SpokenWords, wordAt } from '../reading.ts';

const prepositions = new Set([
  'at',
  'by',
  'before',
  'after',
  'until',
  'till',
  'around',
  'about',
  'from',
  'between',
  'since',
  'and',
  'to',
]);

/** "half past five" → 5:30, "five thirty p m" → 5:30 pm, "at nine fifteen" → at 9:15, "five o'clock" → 5 o'clock. */
export function time(reading: SpokenWords, at: number): Rewriting | undefined {
  return spokenQuarter(reading, at) ?? hoursFirst(reading, at);
}

function hoursFirst(reading: SpokenWords, at: number): Rewriting | undefined {
  const hour = hourAt(reading, at);
  if (!hour) return undefined;
  const minutes = pausesAfter(reading, at) ? undefined : minutesAt(reading, at + 1);
  const take = 1 + (minutes?.take ?? 0);
  const clock = `${hour}${minutes ? `:${minutes.digits}` : ''}`;
  const half = halfOfDay(reading, at + take);
  if (half) return { take: take + half.take, text: `${clock} ${half.text}` };
  if (!minutes && rangesTo(reading, at + 1)) return { take: 1, text: clock };
  if (!minutes) return /^o'?clock$/.test(wordAt(reading, at + 1)) ? { take: 1, text: clock } : undefined;
  const before = wordAt(reading, at - 1);
  const isTime = prepositions.has(before) && before !== 'and' && before !== 'to';
  const goesOn = cardinal(reading, at + take) !== undefined || isUnit(wordAt(reading, at + take));
  return isTime && !goesOn ? { take, text: clock } : undefined;
}

/** "two to four p m": the first hour is of the same kind. */
function rangesTo(reading: SpokenWords, at: number): boolean {
  const isLink = /^(?:and|to|or|till|until)$/.test(wordAt(reading, at));
  return isLink && hourAt(reading, at + 1) !== undefined && halfOfDay(reading, at + 2) !== undefined;
}

/** "half past five", "quarter to six", "ten past nine". */
function spokenQuarter(reading: SpokenWords, at: number): Rewriting | undefined {
  const a = wordAt(reading, at) === 'a' ? 1 : 0;
  const part = partOfHour(reading, at + a);
  if (!part) return undefined;
  const take = a + part.take + 2;
  const direction = wordAt(reading, at + take - 2);
  const hour = hourAt(reading, at + take - 1);
  if (!hour) return undefined;
  const half = halfOfDay(reading, at + take);
  const isPast = direction === 'past' || (direction === 'after' && part.quarter);
  const isRange =
    !part.quarter &&
    !half &&
    (!/^(?:at|by|around)$/.test(wordAt(reading, at - 1)) || isUnit(wordAt(reading, at + take)));
  const isTo =
    (direction === 'to' || (direction === 'of' && part.quarter)) && part.minutes !== 30 && !isRange;
  if (!isPast && !isTo) return undefined;
  const clock = isPast
    ? `${hour}:${pad(part.minutes)}`
    : `${hour === 1 ? 12 : hour - 1}:${pad(60 - part.minutes)}`;
  return { take: take + (half?.take ?? 0), text: half ? `${clock} ${half.text}` : clock };
}

function partOfHour(
  reading: SpokenWords,
  at: number,
): { take: number; minutes: number; quarter: boolean } | undefined {
  const word = wordAt(reading, at);
  if (word === 'half') return { take: 1, minutes: 30, quarter: false };
  if (word === 'quarter') return { take: 1, minutes: 15, quarter: true };
  const number = cardinal(reading, at);
  if (!number || ![5, 10, 20, 25].includes(number.value)) return undefined;
  return { take: number.take, minutes: number.value, quarter: false };
}

const pad = (minutes: number) => String(minutes).padStart(2, '0');

const isUnit = (word: string) =>
  /^(?:minutes?|hours?|days?|weeks?|months?|years?|times?|percent|dollars?|euros?|inch(?:es)?)$/.test(word);

function hourAt(reading: SpokenWords, at: number): number | undefined {
  const hour = cardinal(reading, at);
  return hour && hour.take === 1 && hour.value >= 1 && hour.value <= 12 && hour.digits.length <= 2
    ? hour.value
    : undefined;
}

function minutesAt(reading: SpokenWords, at: number): { take: number; digits: string } | undefined {
  const first = cardinal(reading, at);
  if (first?.size === 'zero') {
    const unit = cardinal(reading, at + 1);
    return unit?.size === 'unit' ? { take: 2, digits: `0${unit.digits}` } : undefined;
  }
  return first && isTwoFigures(first) ? first : undefined;
}

const isTwoFigures = ({ value, digits, size }: Cardinal) =>
  value >= 10 && value < 60 && digits.length === 2 && size !== 'large';

/** "a m", "p.m.", "pm". */
function halfOfDay(reading: SpokenWords, at: number): { take: number; text: string } | undefined {
  const word = wordAt(reading, at);
  if (/^[ap]\.?m\.?$/.test(word)) return { take: 1, text: `${word[0]}m` };
  return /^[ap]$/.test(word) && wordAt(reading, at + 1) === 'm' ? { take: 2, text: `${word}m` } : undefined;
}
