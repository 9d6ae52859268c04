import { ordinal, ordinalDigits } from '../numbers/cardinal.ts';
import { digitRun } from '../numbers/digit-run.ts';
import { pausesAfter, type Rewriting, type SpokenWords, wordAt, wordsBefore } from '../reading.ts';

/** Words that only streets end in. */
const streets =
  /^(?:street|st|road|rd|avenue|ave|lane|ln|boulevard|blvd|terrace|crescent|highway|parkway|alley|mews|strasse|straße|\p{L}{3,}(?:strasse|straße|stra(?:ss|ß)e|gasse|weg|allee|platz|straat|gracht))$/u;
/** Streets end in these too, and much else: only in an address. */
const sometimes =
  /^(?:way|drive|court|place|close|square|hill|park|gardens?|row|walk|green|circle|trail|grove|wharf)$/;
const notInNames = new Set([
  'a',
  'an',
  'the',
  'of',
  'on',
  'in',
  'at',
  'to',
  'and',
  'or',
  'is',
  'are',
  'was',
  'my',
  'your',
  'from',
  'for',
  'with',
  'it',
  'more',
  'days',
  'day',
  'weeks',
  'hours',
  'minutes',
  'minute',
  'chairs',
  'chair',
  'way',
  'percent',
  'not',
  'i',
  'that',
  'this',
  'different',
  'wrong',
  'same',
  "o'clock",
  'by',
  'near',
  'off',
  'dollars',
  'euros',
  'then',
  'no',
  'as',
  'over',
  'down',
]);
const addressed = new Set([
  'address',
  'live',
  'lives',
  'moved',
  'send',
  'ship',
  'deliver',
  'to',
  'at',
  "it's",
  'is',
  'number',
]);
const longestName = 4;

/** "twelve b baker street" → 12B Baker Street, "one twenty one elm avenue" → 121 Elm Avenue. */
export function houseNumber(reading: SpokenWords, at: number): Rewriting | undefined {
  const run = digitRun(reading, at);
  if (!run || run.digits.length > 5) return undefined;
  const parted = run.groups.slice(0, -1).some(({ paused, digits }) => paused && digits.length > 1);
  if (parted || (run.groups.length === 2 && run.groups[0]?.paused)) return undefined;
  const letter = houseLetter(reading, at + run.take);
  const from = at + run.take + (letter ? 1 : 0);
  const name = streetName(reading, from, at);
  if (!name || (letter && name.take === 1)) return undefined;
  return { take: from - at + name.take, text: `${run.digits}${letter} ${name.text}` };
}

function houseLetter(reading: SpokenWords, at: number): string {
  const word = wordAt(reading, at);
  if (/^(?:be|bee)$/.test(word) && /^[A-Z]/.test(reading.pieces[at + 1]?.raw ?? '')) return 'B';
  return /^[a-h]$/.test(word) && reading.pieces[at - 1]?.trail.replace(/[-,]/, '') === ''
    ? word.toUpperCase()
    : '';
}

/** Up to four words and a street word, capitals and ordinals ("fifth avenue") as signs show them. */
function streetName(reading: SpokenWords, from: number, number: number): Rewriting | undefined {
  const names: string[] = [];
  for (let at = from; names.length <= longestName; ) {
    const word = wordAt(reading, at);
    const isAddress =
      reading.hints.expecting === 'address' ||
      wordsBefore(reading, number, 3).some((before) => addressed.has(before));
    const ends = streets.test(word) || (sometimes.test(word) && isAddress);
    if (ends && (names.length > 0 || word.length > 8)) {
      names.push(capital(reading.pieces[at]?.raw as string));
      return { take: at - from + 1, text: names.join(' ') };
    }
    if (
      !/^[\p{L}'.\d]+$/u.test(word) ||
      notInNames.has(word) ||
      /[.?!]/.test(reading.pieces[at]?.trail ?? '')
    )
      return undefined;
    const nth = ordinal(reading, at);
    if (nth && nth.value < 3 && pausesAfter(reading, at)) return undefined;
    names.push(nth ? ordinalDigits(nth.value) : capital(reading.pieces[at]?.raw as string));
    at += nth?.take ?? 1;
  }
  return undefined;
}

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);
