import type { SpeechHints } from '../contract.ts';

/**
 * How much silence ends an utterance, in milliseconds. People pause 150-300 ms within a sentence without noticing
 * and up to a second while they read a number from a letter.
 */
export const endpointDelayMs = {
  /** The answer or request is plainly whole. */
  finished: 320,
  /** It sounds whole and could go on. */
  likely: 384,
  /** A list of facts, free words, or nothing understood yet. */
  open: 896,
  /** Numbers are being spoken of which nobody knows where they end. */
  number: 1_216,
  /** The last word asks for another. */
  hanging: 1_408,
  /** An order's number is begun: people look for the rest of it. */
  begun: 2_016,
} as const;

/** Four digits or more, or letters and digits mixed as in "NW1 6XE": an address mostly ends with its code. */
const hasPostcode = /\b(?:\d{4,6}|[a-z]{1,2}\d[a-z\d]? ?\d[a-z]{2}|[a-z]\d[a-z] ?\d[a-z]\d)\b/i;
/** Where nobody has said how long an order number is. */
const usualOrderDigits = 5;
const shortAnswer = 3;

/** The silence after which what was said so far is over, from 320 ms to 2 s. */
export function endpointDelay(text: string, hints: SpeechHints): number {
  const heard = text
    .toLowerCase()
    .split(/\s+/)
    .map((word) => word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ''))
    .filter(Boolean);
  const words = withoutTail(heard);
  const last = words.at(-1);
  if (last === undefined) return endpointDelayMs.open;
  if (/(-|\.\.\.|…)$/.test(text.trim())) return endpointDelayMs.hanging;
  if (beginsNumber(words)) return endpointDelayMs.begun;
  const number = numberDelay(words, hints);
  if (number !== undefined) return number;
  if (hangs(words, last, text)) return endpointDelayMs.hanging;
  // The recogniser writes a comma where the voice stays up, and now and then where it does not.
  if (text.trim().endsWith(',')) return endpointDelayMs.open;
  return wholeDelay(words, text, hints);
}

const digitWords = new Set(
  'zero oh o one two three four five six seven eight nine won to too for ate'.split(' '),
);
const unmistakable = new Set('zero one two three four five six seven eight nine'.split(' '));
const tens = new Set('ten twenty thirty forty fifty sixty seventy eighty ninety'.split(' '));
const multiples = new Map([
  ['double', 2],
  ['triple', 3],
  ['treble', 3],
]);

interface TrailingDigits {
  /** Digits at the end of the words, however they were said. */
  digits: number;
  /** The word before them. */
  before: string | undefined;
  /** Ends in "double" or "triple": a digit must follow. */
  open: boolean;
}

/** How many digits the words end with: "order four five" and "order 45" both end with two. */
function trailingDigits(words: readonly string[]): TrailingDigits {
  let digits = 0;
  let certain = false;
  let at = words.length - 1;
  for (; at >= 0; at--) {
    const word = (words[at] as string).replace(/(?<=\d)[,.](?=\d)|^[$£€#]/g, '');
    const multiple = multiples.get(word);
    if (/^[\d-]*\d[\d-]*$/.test(word)) digits += word.replaceAll('-', '').length;
    else if (tens.has(word) || digitWords.has(word)) digits += 1;
    else if (multiple && digits > 0) digits += multiple - 1;
    else break;
    certain ||= !digitWords.has(word) || unmistakable.has(word);
  }
  const last = words.at(-1);
  const open = last !== undefined && multiples.has(last);
  return { digits: certain ? digits : 0, before: words[certain ? at : words.length - 1], open };
}

const list = (words: string) => new Set(words.split(/\s+/));

/** Words that English sentences hardly end with: after one of them more is coming. */
const hangingWords = list(`
  a an the this these those my your our their his her its whose
  and or but because so if when while although though unless until since than that which who whom
  to from of at in on for with without by into onto about between under over near during via per as like
  is am are was were be been being have has had do does did will would shall should can could may might must
  i we they he she i'm i'd i'll i've we're it's that's there's what's where's who's let's
  um uh er erm hmm well also then maybe actually basically just
  number postcode zip called named mr mrs ms dr saint`);

/** Prepositions and auxiliaries that do end some sentences: "what is it for", "yes I do", "where are you from". */
const answerEndings = list('for from about in on with do does did is are was am can will would have has');

/** Phrases after which the thing itself is still to come. */
const openPhrases = [
  'my address is',
  'the address is',
  'new address',
  'i want to',
  "i'd like to",
  'can you',
  'could you',
  'send it to',
  'change it to',
  'the problem is',
  'you know',
  'i mean',
];

/** After these the digits of an order's number follow. */
const openNumbers = [
  'order number',
  'order number is',
  'my order is',
  'ending in',
  'ends in',
  'ending with',
  'ends with',
  'so dash',
  's.o',
  's o',
  's o dash',
  'dash',
];

/** "Carry on", "later on": the word ends what is said. */
const goesOn = list('go carry move come hold later now from turn turned put early straight');

/** After these a single number is the whole of it: "step four". */
const counted = list('step part page option item quantity number floor level');

/** After these "one" is a digit. */
const numberIntroductions = list('number order is it in with dash o so');

function numberDelay(words: string[], hints: SpeechHints): number | undefined {
  const { digits, before, open } = trailingDigits(words);
  if (open) return endpointDelayMs.begun;
  if (digits === 0 || (digits === 1 && isPronoun(words.at(-1), before))) return undefined;
  const lengths = hints.orderNumbers.map((order) => order.replace(/\D/g, '').length);
  const whole = lengths.length > 0 ? Math.max(...lengths) : usualOrderDigits;
  if (hints.expecting === 'address') return endpointDelayMs.number;
  if (digits >= whole) return endpointDelayMs.finished;
  const expectsNumber = hints.expecting === 'order_number' || words.includes('order');
  if (!expectsNumber && before !== undefined && counted.has(before) && digits <= 2)
    return endpointDelayMs.likely;
  if (hints.expecting === 'choice') return endpointDelayMs.likely;
  return endpointDelayMs.begun;
}

/** "Where is order for": the word that sounds like a digit is the number's first. */
const numberWord = /^(?:order|number|dash|hyphen|so|is)$/;
const oneDigit = /^(?:for|four|to|too|two|won|one|ate|eight|oh|o|zero|three|five|six|seven|nine|\d)$/;

/** "Order four", "ending in", "S O dash": nothing but digits can follow. */
function beginsNumber(words: readonly string[]): boolean {
  const said = words.join(' ');
  if (openNumbers.some((phrase) => said === phrase || said.endsWith(` ${phrase}`))) return true;
  const [before, last] = words.slice(-2);
  if (words.length < 2 || !last || !before || !oneDigit.test(last)) return false;
  return before === 'order' || (words.includes('order') && numberWord.test(before));
}

/** "the second one", not "order number one". */
const isPronoun = (word: string | undefined, before: string | undefined): boolean =>
  word === 'one' && before !== undefined && !numberIntroductions.has(before);

/** Behind a whole request these ask for nothing more: "cancel it please", "where is it then". */
const tails = new Set(['please', 'then', 'thanks', 'maybe']);

function withoutTail(words: string[]): string[] {
  const [before, last] = words.slice(-2);
  return words.length > shortAnswer && last && tails.has(last) && before !== 'and'
    ? words.slice(0, -1)
    : words;
}

function hangs(words: string[], last: string, text: string): boolean {
  const said = words.join(' ');
  if (openPhrases.some((phrase) => said.endsWith(phrase))) return true;
  if (!hangingWords.has(last)) return false;
  const question = text.trim().endsWith('?');
  const before = words.at(-2);
  if (last === 'on' && before !== undefined && goesOn.has(before)) return false;
  return !(answerEndings.has(last) && (question || words.length <= shortAnswer) && words.length > 1);
}

function wholeDelay(words: string[], text: string, hints: SpeechHints): number {
  switch (hints.expecting) {
    case 'confirmation':
    case 'choice':
      return endpointDelayMs.finished;
    case 'address':
      return hasPostcode.test(text) ? endpointDelayMs.open : endpointDelayMs.hanging;
    case 'free_text':
      return endpointDelayMs.open;
    case 'order_number':
      return words.length <= 1 ? endpointDelayMs.open : endpointDelayMs.likely;
    case 'anything':
      return text.trim().endsWith('?') ? endpointDelayMs.finished : endpointDelayMs.likely;
  }
}
