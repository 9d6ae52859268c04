import type { SpeechHints } from '../contract.ts';
import { trailingDigits } from './spoken-digits.ts';
import {
  answerEndings,
  counted,
  hangingWords,
  numberIntroductions,
  openPhrases,
} from './unfinished-words.ts';

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
  /** A number is being spoken. */
  number: 1_216,
  /** The last word asks for another. */
  hanging: 1_408,
} as const;

/** Where nobody has said how long an order number is. */
const usualOrderDigits = 5;
const shortAnswer = 3;

/** The silence after which what was said so far is over, from 320 ms to 1.4 s. */
export function endpointDelay(text: string, hints: SpeechHints): number {
  const words = text
    .toLowerCase()
    .split(/\s+/)
    .map((word) => word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ''))
    .filter(Boolean);
  const last = words.at(-1);
  if (last === undefined) return endpointDelayMs.open;
  if (/(-|\.\.\.|…)$/.test(text.trim())) return endpointDelayMs.hanging;
  const number = numberDelay(words, hints);
  if (number !== undefined) return number;
  if (hangs(words, last, text)) return endpointDelayMs.hanging;
  // The recogniser writes a comma where the voice stays up, and now and then where it does not.
  if (text.trim().endsWith(',')) return endpointDelayMs.open;
  return wholeDelay(words, text, hints);
}

function numberDelay(words: string[], hints: SpeechHints): number | undefined {
  const { digits, before, open } = trailingDigits(words);
  if (open) return endpointDelayMs.number;
  if (digits === 0 || (digits === 1 && isPronoun(words.at(-1), before))) return undefined;
  const lengths = hints.orderNumbers.map((order) => order.replace(/\D/g, '').length);
  const whole = lengths.length > 0 ? Math.max(...lengths) : usualOrderDigits;
  if (hints.expecting === 'address') return endpointDelayMs.number;
  if (digits >= whole) return endpointDelayMs.finished;
  const expectsNumber = hints.expecting === 'order_number' || words.includes('order');
  if (!expectsNumber && before !== undefined && counted.has(before) && digits <= 2)
    return endpointDelayMs.likely;
  if (hints.expecting === 'choice') return endpointDelayMs.likely;
  return endpointDelayMs.number;
}

/** "the second one", not "order number one". */
const isPronoun = (word: string | undefined, before: string | undefined): boolean =>
  word === 'one' && before !== undefined && !numberIntroductions.has(before);

function hangs(words: string[], last: string, text: string): boolean {
  const said = words.join(' ');
  if (openPhrases.some((phrase) => said.endsWith(phrase))) return true;
  if (!hangingWords.has(last)) return false;
  const question = text.trim().endsWith('?');
  return !(answerEndings.has(last) && (question || words.length <= shortAnswer) && words.length > 1);
}

function wholeDelay(words: string[], text: string, hints: SpeechHints): number {
  switch (hints.expecting) {
    case 'confirmation':
    case 'choice':
      return endpointDelayMs.finished;
    case 'address':
    case 'free_text':
      return endpointDelayMs.open;
    case 'order_number':
      return words.length <= 1 ? endpointDelayMs.open : endpointDelayMs.likely;
    case 'anything':
      return text.trim().endsWith('?') ? endpointDelayMs.finished : endpointDelayMs.likely;
  }
}
