import { type Cardinal, cardinal } from '../numbers/cardinal.ts';
import { cutRun, type DigitSequence, dictated, digitRun } from '../numbers/digit-run.ts';
import { pausesAfter, type Rewriting, type SpokenWords, wordAt, wordsBefore } from '../reading.ts';
import { orderDigits, withSoundAlikes } from './order-digits.ts';

/** Digits said one by one, numbers said in groups, and cardinals from ten. "One of them" and "two chairs" stay words. */
export function plainNumber(reading: SpokenWords, at: number): Rewriting | undefined {
  const code = dictated(reading, at);
  const heard = withSoundAlikes(reading, at) ?? run(reading, at, code);
  if (!heard) return undefined;
  const idiom = code ? undefined : idioms[heard.digits];
  if (idiom && heard.groups.length === 2) return { take: heard.take, text: idiom };
  const joined = (code && !isCounted(reading, at, heard)) || belongsTogether(reading, at, heard);
  return joined ? whole(reading, at, heard, code) : single(reading, at);
}

function run(reading: SpokenWords, at: number, code: boolean): DigitSequence | undefined {
  const found = digitRun(reading, at, { code });
  const first = found?.groups[0];
  if (!found || !first) return undefined;
  const exclaimed =
    /^oh?$/.test(wordAt(reading, at)) &&
    (found.digits.length === orderDigits(reading) + 1 || pausesAfter(reading, at));
  if (exclaimed) return undefined;
  const complete = found.ends.findIndex(
    (_end, i) => found.groups[i]?.paused && cutRun(found, i + 1).digits.length === orderDigits(reading),
  );
  return complete < 0 ? found : cutRun(found, complete + 1);
}

const idioms: Readonly<Record<string, string>> = { '247': '24/7', '5050': '50/50' };

/** "order in three, four days". */
const isCounted = (reading: SpokenWords, at: number, { digits, take }: DigitSequence) =>
  digits.length < orderDigits(reading) && counted.test(wordAt(reading, at + take));

const plurals = /^(?:steps|parts|pages|options|items|orders)$/;
const counted =
  /^(?:minutes?|hours?|days?|weeks?|months?|years?|times|people|screws|bolts|chairs|seaters?|packs?|pieces?|percent)$/;

/** Whether neighbouring numbers are one number though nothing said so. */
function belongsTogether(reading: SpokenWords, at: number, { groups, digits, take }: DigitSequence): boolean {
  if (groups.length === 1) return groups[0]?.size === 'repeat';
  if (plurals.test(wordAt(reading, at - 1))) return false;
  if (groups.some(({ size }) => size === 'repeat')) return true;
  const literal = groups.some(({ size }) => size === 'literal' || size === 'large');
  if (groups.length >= 3)
    return (
      !literal || digits.length === orderDigits(reading) || groups.every((group) => group.digits.length === 1)
    );
  const [first, second] = groups;
  if (first?.size === 'literal' && second?.size === 'literal') return digits.length === orderDigits(reading);
  if (first?.paused || counted.test(wordAt(reading, at + take)))
    return digits.length === orderDigits(reading);
  if (first?.size === 'zero') return second?.size === 'unit' ? wordAt(reading, at) === 'zero' : true;
  if (literal) return digits.length === orderDigits(reading);
  return second?.digits.length === 2 || digits.length > 3;
}

function whole(
  reading: SpokenWords,
  at: number,
  { groups, digits, take }: DigitSequence,
  code: boolean,
): Rewriting | undefined {
  if (groups.length > 1 || groups[0]?.size === 'repeat')
    return {
      take,
      text:
        code && digits.length > orderDigits(reading) ? withTensFilled(groups, orderDigits(reading)) : digits,
    };
  const written = wordAt(reading, at);
  if (/^\d+,\d+$/.test(written) && code && digits.length === orderDigits(reading))
    return { take, text: digits };
  const lastDigits =
    /^(?:in|with|is|digit|digits)$/.test(wordAt(reading, at - 1)) &&
    wordsBefore(reading, at, 4).some((word) => /^(?:ending|ends|end|digits?)$/.test(word));
  return lastDigits ? { take, text: digits } : single(reading, at);
}

/** "sixty, one, six, seventy six" is a digit too long: a pause parted sixty one. */
function withTensFilled(groups: DigitSequence['groups'], length: number): string {
  const said = groups.map(({ digits }) => digits);
  const parted = groups.findIndex(
    ({ size, paused }, i) => size === 'tens' && paused && groups[i + 1]?.size === 'unit',
  );
  if (parted < 0 || said.join('').length !== length + 1) return said.join('');
  said[parted] = String(said[parted]).charAt(0);
  return said.join('');
}

/** One cardinal on its own, decimals and percentages included. */
function single(reading: SpokenWords, at: number): Rewriting | undefined {
  const number = cardinal(reading, at);
  if (!number || number.size === 'literal')
    return number && percent(reading, at, number, wordAt(reading, at));
  const point = decimals(reading, at + number.take);
  if (point && number.size !== 'large') {
    const decimal = { ...number, take: number.take + point.take };
    const text = `${number.digits}.${point.digits}`;
    return percent(reading, at, decimal, text) ?? { take: decimal.take, text };
  }
  const share = percent(reading, at, number, number.digits);
  if (share) return share;
  const small = number.value < 10 && !pairsWithFigures(reading, at, number);
  return small ? undefined : { take: number.take, text: number.digits };
}

function percent(
  reading: SpokenWords,
  at: number,
  { take }: Cardinal,
  digits: string,
): Rewriting | undefined {
  return /^per-?cent$/.test(wordAt(reading, at + take)) ? { take: take + 1, text: `${digits}%` } : undefined;
}

function decimals(reading: SpokenWords, at: number): { take: number; digits: string } | undefined {
  if (wordAt(reading, at) !== 'point') return undefined;
  const digits = digitRun(reading, at + 1);
  return digits && { take: 1 + digits.take, digits: digits.digits };
}

/** "between nine and eleven": both in figures. */
function pairsWithFigures(reading: SpokenWords, at: number, { take, size }: Cardinal): boolean {
  if (size !== 'unit' || !/^(?:and|to|or)$/.test(wordAt(reading, at + take))) return false;
  const other = cardinal(reading, at + take + 1);
  return other !== undefined && other.value >= 10 && other.size !== 'literal' && !pausesAfter(reading, at);
}
