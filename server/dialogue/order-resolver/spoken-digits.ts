import type { HeardWord, TranscriptWord } from '#protocol';
import { type NumberShape, usualShape } from '../../order-numbers/index.ts';
import { readLetters } from './spoken-letters.ts';

/** One digit or letter of a number as it was heard. `confidence` 0-1; what is typed is heard with certainty. */
export interface HeardDigit {
  /** Letters in upper case. */
  digit: string;
  confidence: number;
}

const units: Record<string, string> = {
  zero: '0',
  oh: '0',
  o: '0',
  nought: '0',
  nil: '0',
  one: '1',
  won: '1',
  two: '2',
  to: '2',
  too: '2',
  three: '3',
  free: '3',
  tree: '3',
  four: '4',
  for: '4',
  fore: '4',
  five: '5',
  six: '6',
  seven: '7',
  eight: '8',
  ate: '8',
  nine: '9',
  niner: '9',
  零: '0',
  〇: '0',
  一: '1',
  幺: '1',
  二: '2',
  两: '2',
  三: '3',
  四: '4',
  五: '5',
  六: '6',
  七: '7',
  八: '8',
  九: '9',
};
/** Words that are a digit only beside other digits: "to" and "for" are mostly not. */
const shy = new Set(['oh', 'o', 'won', 'to', 'too', 'free', 'tree', 'for', 'fore', 'ate']);
const teens: Record<string, string> = {
  ten: '10',
  eleven: '11',
  twelve: '12',
  thirteen: '13',
  fourteen: '14',
  fifteen: '15',
  sixteen: '16',
  seventeen: '17',
  eighteen: '18',
  nineteen: '19',
};
const tens: Record<string, string> = {
  twenty: '2',
  thirty: '3',
  forty: '4',
  fifty: '5',
  sixty: '6',
  seventy: '7',
  eighty: '8',
  ninety: '9',
};
const repeats: Record<string, number> = { double: 2, triple: 3 };
const silent = new Set([
  's',
  'so',
  'dash',
  'hyphen',
  'minus',
  'slash',
  'dot',
  'hash',
  'and',
  'er',
  'um',
  'uh',
]);

interface Reading {
  digits: string;
  shy: boolean;
}

function read(
  words: string[],
  at: number,
  letters: NumberShape['letters'],
): { reading: Reading; used: number } | undefined {
  const spelled = letters.size > 0 ? readLetters(words, at, letters) : undefined;
  if (spelled) return { reading: { digits: spelled.letters, shy: spelled.shy }, used: spelled.used };
  const word = words[at] ?? '';
  const next = words[at + 1] ?? '';
  if (/^\d+$/.test(word)) return { reading: { digits: word, shy: false }, used: 1 };
  const times = repeats[word];
  const repeated = units[next];
  if (times && repeated) return { reading: { digits: repeated.repeat(times), shy: false }, used: 2 };
  const ten = tens[word];
  if (ten) {
    const unit = units[next];
    if (unit && unit !== '0' && !shy.has(next))
      return { reading: { digits: ten + unit, shy: false }, used: 2 };
    return { reading: { digits: `${ten}0`, shy: false }, used: 1 };
  }
  const known = teens[word] ?? units[word];
  return known ? { reading: { digits: known, shy: shy.has(word) }, used: 1 } : undefined;
}

/** A run of digits and the index of the first and last words it was read from. */
export interface DigitRun {
  digits: HeardDigit[];
  from: number;
  to: number;
}

const clean = (text: string) =>
  text
    .toLowerCase()
    .replace(/^so[-#\s]?(?=\d)/, '')
    .replace(/[^a-z0-9零〇一幺二两三四五六七八九]/g, '');

const boundary = '|';

/**
 * Runs of digits, and of the letters that the shop's numbers have, among words; each with the confidence of the word it
 * came from. A run that is as long as a number takes no shy words: "45192 to my office". `fewest`: of a run's characters.
 */
export function digitRuns(
  heard: HeardWord[],
  { lengths, letters }: NumberShape = usualShape,
  fewest = 2,
): DigitRun[] {
  const [, wholeLength] = lengths;
  const words = heard.flatMap((word) =>
    /^[零〇一幺二两三四五六七八九]{2,}$/.test(word.text)
      ? [...word.text].map((text) => ({ ...word, text }))
      : [word],
  );
  const texts = words.map((word) => (word.text === boundary ? boundary : clean(word.text)));
  const runs: DigitRun[] = [];
  let run: DigitRun | undefined;
  for (let at = 0; at < texts.length; ) {
    const found = read(texts, at, letters);
    const length = run?.digits.length ?? 0;
    const taken =
      found && !(found.reading.shy && (length === 0 || length >= wholeLength)) ? found : undefined;
    if (!taken) {
      if (!(run && silent.has(texts[at] as string))) run = undefined;
      at++;
      continue;
    }
    if (!run || (taken.reading.digits.length >= wholeLength && length > 0)) {
      run = { digits: [], from: at, to: at };
      runs.push(run);
    }
    const confidence = Math.min(...words.slice(at, at + taken.used).map((word) => word.confidence));
    run.digits.push(...[...taken.reading.digits].map((digit) => ({ digit, confidence })));
    run.to = at + taken.used - 1;
    at += taken.used;
  }
  return runs.filter((each) => each.digits.length >= fewest);
}

const split = (text: string) =>
  text.match(
    /(?:so[-\s#]?)?\d+(?:st|nd|rd|th)?|[\p{Script=Latin}']+|[零〇一幺二两三四五六七八九]+|\p{Script=Han}/giu,
  ) ?? [];

/** Typed text as words heard with certainty. */
export const typedWords = (text: string): HeardWord[] =>
  split(text).map((part) => ({ text: part, confidence: 1 }));

/** What was heard behind a transcript's words; the written word where a recogniser gives nothing finer. */
export const heardWords = (words: TranscriptWord[], shape: NumberShape = usualShape): HeardWord[] =>
  words.flatMap((word) => {
    const written = clean(word.text);
    const { confidence } = word;
    if (!/\d/.test(written)) return [{ text: word.text, confidence }];
    if (!/^\d+$/.test(written)) return typedWords(word.text).map(({ text }) => ({ text, confidence }));
    const spoken = digitRuns(word.heard, shape).flatMap((run) => run.digits);
    const digits =
      spoken.length === written.length
        ? [...written].map((text, i) => ({ text, confidence: spoken[i]?.confidence ?? word.confidence }))
        : [{ text: written, confidence: word.confidence }];
    return written.length >= shape.lengths[1]
      ? [{ text: boundary, confidence: 1 }, ...digits, { text: boundary, confidence: 1 }]
      : digits;
  });
