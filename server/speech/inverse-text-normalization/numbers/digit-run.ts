import { type SpokenWord, type SpokenWords, wordAt, wordsBefore } from '../reading.ts';
import { type Cardinal, cardinal } from './cardinal.ts';
import { looseAlikes, pluralDigits, repeats, soundAlikes } from './number-words.ts';

/** Which words that only sound like digits are taken for digits. */
export type Alikes = 'none' | 'usual' | 'loose';

/** Numbers said one after the other: "four five one", "forty-five one ninety-two", "double four". */
export interface DigitSequence {
  take: number;
  digits: string;
  groups: Group[];
  /** Where each group ends, in pieces from the start: the run can be cut there. */
  ends: number[];
}
export type Group = Pick<Cardinal, 'digits'> & {
  size: Cardinal['size'] | 'repeat' | 'sound_alike';
  paused: boolean;
};

const separators = new Set(['dash', 'hyphen', 'space', 'um', 'uh', 'er', 'erm', 'then']);

/**
 * All numbers from `at` on, until something else comes.
 *
 * @param code a number is being dictated: separators and fillers between digits are passed over.
 * @param alike words that sound like digits may be digits too: the usual ones, or also the far-fetched.
 */
export function digitRun(
  reading: SpokenWords,
  at: number,
  { code = false, alike = 'none' }: { code?: boolean; alike?: Alikes } = {},
): DigitSequence | undefined {
  const groups: Group[] = [];
  const ends: number[] = [];
  let end = at;
  for (;;) {
    const skip =
      code && groups.length > 0
        ? skipSeparators(
            reading,
            end,
            groups.reduce((sum, { digits }) => sum + digits.length, 0),
          )
        : 0;
    const found = (code ? manyOf(reading, end + skip) : undefined) ?? group(reading, end + skip, alike);
    if (!found || !mayFollow(reading, end, groups, found.group, code)) break;
    end += skip + found.take;
    groups.push({ ...found.group, paused: (reading.pieces[end - 1] as SpokenWord).trail !== '' });
    ends.push(end - at);
  }
  if (groups.length === 0) return undefined;
  return { take: end - at, digits: groups.map(({ digits }) => digits).join(''), groups, ends };
}

/** The first `count` groups of a run. */
export const cutRun = (run: DigitSequence, count: number): DigitSequence => {
  const groups = run.groups.slice(0, count);
  return {
    take: run.ends[count - 1] ?? 0,
    digits: groups.map(({ digits }) => digits).join(''),
    groups,
    ends: run.ends.slice(0, count),
  };
};

const codeWords = new Set(
  (
    'order number numbers code zip postcode postal reference ref tracking ending ends starts starting begins ' +
    'beginning digits digit so id invoice ticket phone'
  ).split(' '),
);

/** Whether a number at `at` is one that is dictated digit by digit: the dialogue asked for it, or the words before say so. */
export function dictated(reading: SpokenWords, at: number): boolean {
  if (reading.hints.expecting === 'order_number') return true;
  const before = wordsBefore(reading, at, 6);
  return before
    .slice(0, 5)
    .some((word, i) => codeWords.has(word) && !(word === 'order' && asked.has(before[i + 1] ?? '')));
}

/** "I want to order two three seaters": here "order" is a verb. */
const asked = new Set(['to', 'i', 'we', 'you', 'please', 'can', 'just', 'and', "i'll", 'will', 'they']);

function group(
  reading: SpokenWords,
  at: number,
  alike: Alikes,
): { take: number; group: Omit<Group, 'paused'> } | undefined {
  const times = repeats[wordAt(reading, at)];
  if (times !== undefined) {
    const several = pluralDigits[wordAt(reading, at + 1)];
    if (several) return { take: 2, group: { digits: several.repeat(times), size: 'repeat' } };
    const repeated = group(reading, at + 1, alike);
    const digits = repeated?.group.digits ?? '';
    const single = digits.length === 1 || repeated?.group.size === 'literal';
    if (!repeated || !single || repeated.group.size === 'repeat') return undefined;
    const size = repeated.group.size === 'sound_alike' ? 'sound_alike' : 'repeat';
    return { take: 1 + repeated.take, group: { digits: digits.charAt(0).repeat(times - 1) + digits, size } };
  }
  const number = cardinal(reading, at);
  if (number) return { take: number.take, group: { digits: number.digits, size: number.size } };
  const digit = alikes[alike][wordAt(reading, at)];
  return digit ? { take: 1, group: { digits: digit, size: 'sound_alike' } } : undefined;
}
/** "three nines", "two fours". */
function manyOf(
  reading: SpokenWords,
  at: number,
): { take: number; group: Omit<Group, 'paused'> } | undefined {
  const times = cardinal(reading, at);
  const digit = pluralDigits[wordAt(reading, at + 1)];
  const some = times && digit !== undefined && times.value >= 2 && times.value <= 5;
  return some ? { take: 2, group: { digits: digit.repeat(times.value), size: 'repeat' } } : undefined;
}

const alikes: Record<Alikes, Readonly<Record<string, string>>> = {
  none: {},
  usual: soundAlikes,
  loose: looseAlikes,
};

/** Spoken signs, fillers, and the "and" before an order number's last digit. */
function skipSeparators(reading: SpokenWords, at: number, said: number): number {
  let skip = 0;
  const last = cardinal(reading, at + 1);
  if (wordAt(reading, at) === 'and' && last && said > 2 && said + last.digits.length === 5) return 1;
  if (wordAt(reading, at) === 'and' && wordAt(reading, at + 1) === 'then') skip = 2;
  while (separators.has(wordAt(reading, at + skip))) skip++;
  return skip;
}

/** A sentence's end parts numbers, unless they are digits said with long pauses; a number of five digits is complete. */
function mayFollow(
  reading: SpokenWords,
  at: number,
  groups: Group[],
  next: Pick<Group, 'digits'>,
  code: boolean,
): boolean {
  const last = groups.at(-1);
  if (!last) return true;
  if (last.digits.length >= 5 || next.digits.length >= 5) return false;
  const trail = reading.pieces[at - 1]?.trail ?? '';
  const short = Math.max(last.digits.length, next.digits.length) <= (code ? 2 : 1);
  return !/[.?!;:]/.test(trail) || (trail === '.' && short);
}
