import { cardinal } from '../numbers/cardinal.ts';
import { cutRun, type DigitSequence, dictated, digitRun } from '../numbers/digit-run.ts';
import { soundAlikes } from '../numbers/number-words.ts';
import { endsBefore, type Rewriting, type SpokenWords, wordAt } from '../reading.ts';
import { letterNamed } from './spelling.ts';

const numbered =
  /^(?:steps?|pages?|chapters?|stages?|figures?|options?|levels?|flat|apartment|apt|suite|unit|room|floor|gate|building|block|number|screws?|bolts?|parts?|panels?|boards?|items?|pieces?|bags?|boxes|box|choice)$/;
const lettered =
  /^(?:parts?|panels?|boards?|pieces?|screws?|bolts?|bags?|shelf|side|door|hole|section|step|option|choice|figure|letter|building|block|flat|apartment|unit|leg|rail|dowel|bracket|hinge)$/;
/** "the next step to take": no step 2. */
const unnumbered = new Set([
  'next',
  'previous',
  'last',
  'first',
  'this',
  'that',
  'each',
  'every',
  'which',
  'another',
  'a',
  'one',
]);

/** "step three" → step 3, "part two b" → part 2B, "steps one and two". The label stays, the number is written. */
export function labelledNumber(reading: SpokenWords, at: number): Rewriting | undefined {
  if (!labelledBefore(reading, at)) return undefined;
  const run = digitRun(reading, at, { code: dictated(reading, at) });
  if (run && run.groups.length > 1 && wordAt(reading, at - 1) === 'number') return undefined;
  if (run) {
    const { take, digits } = firstNumber(reading, at, run);
    const letter = wordAt(reading, at + take);
    const hasLetter =
      /^[b-hj-z]$/.test(letter) && reading.pieces[at + take - 1]?.trail.replace('-', '') === '';
    return hasLetter ? { take: take + 1, text: `${digits}${letter.toUpperCase()}` } : { take, text: digits };
  }
  const alike = soundAlikes[wordAt(reading, at)];
  const flat = alike && /^(?:flat|apartment|apt|unit|suite)$/.test(wordAt(reading, at - 1));
  const door =
    flat && endsBefore(reading, at + 2) && letterNamed(wordAt(reading, at + 1), { everyday: true });
  if (door) return { take: 2, text: `${alike}${door}` };
  const label = wordAt(reading, at - 1);
  const isStep = /^(?:step|page|number)$/.test(label) && !unnumbered.has(wordAt(reading, at - 2));
  return alike && isStep && endsBefore(reading, at + 1) ? { take: 1, text: alike } : undefined;
}

/** "part b" → part B, also where the letter came as a word: "part bee", "part see." */
export function labelledLetter(reading: SpokenWords, at: number): Rewriting | undefined {
  const label = wordAt(reading, at - 1);
  if (!lettered.test(label) || reading.pieces[at - 1]?.trail) return undefined;
  const last = endsBefore(reading, at + 1) || /[,;]/.test(reading.pieces[at]?.trail ?? '');
  const letter = letterNamed(wordAt(reading, at), { everyday: last && label === 'part' });
  const isArticle =
    letter === 'A' && !last && !/^(?:is|goes|and|or|to|into|in|on|was|has)$/.test(wordAt(reading, at + 1));
  if (!letter || letter === 'I' || isArticle) return undefined;
  const digit = cardinal(reading, at + 1);
  const coded = digit?.size === 'unit' && /^(?:part|panel|screw|bolt|board|piece)$/.test(label);
  return coded ? { take: 1 + digit.take, text: letter + digit.digits } : { take: 1, text: letter };
}

/** "flat three, twelve Baker Street" and "steps one two" are two numbers; "page one two" and "item four five one" one. */
function firstNumber(reading: SpokenWords, at: number, run: DigitSequence): DigitSequence {
  const parted = run.groups.findIndex(({ paused }) => paused);
  const together = wordAt(reading, at - 1) !== 'steps' && (parted < 0 || parted === run.groups.length - 1);
  return together || dictatedRun(run) ? run : cutRun(run, Math.max(1, parted + 1));
}
const dictatedRun = ({ groups }: DigitSequence) =>
  groups.length > 2 && groups.every(({ digits }) => digits.length === 1);

/** The word before is a label, or "and", "or", "to" after a labelled number. */
function labelledBefore(reading: SpokenWords, at: number): boolean {
  if (at === 0 || /[.?!]/.test(reading.pieces[at - 1]?.trail ?? '')) return false;
  if (numbered.test(wordAt(reading, at - 1))) return true;
  const linked =
    /^(?:and|or|to|through)$/.test(wordAt(reading, at - 1)) || reading.pieces[at - 1]?.trail === ',';
  const number = /^(?:and|or|to|through)$/.test(wordAt(reading, at - 1)) ? at - 2 : at - 1;
  const labels = /^(?:steps|pages|parts|screws|bolts|panels|boards|options)$/;
  return (
    linked &&
    cardinal(reading, number) !== undefined &&
    (labels.test(wordAt(reading, number - 1)) || labels.test(wordAt(reading, number - 2)))
  );
}
