import { codeOf, type NumberShape, numberShape } from '../../order-numbers/index.ts';
import { align } from './alignment.ts';
import type { HeardDigit } from './spoken-digits.ts';

/** What a heard number means among the caller's own orders. Others' orders are never considered. */
export type Resolution =
  | { kind: 'certain'; number: string }
  /** Best first: ask which. */
  | { kind: 'several'; numbers: string[] }
  /** One order fits but some characters are doubtful: indices into its `codeOf`; none where all of them are. */
  | { kind: 'doubtful'; number: string; doubtful: number[] }
  | { kind: 'unknown' };

/** Which end of the number was given. */
export type Part = 'whole' | 'ending' | 'beginning';

/** Posterior from which an order is taken without asking, where every character was heard as it is. */
const sure = 0.9;
/** A rival at least this share as probable as the best is offered beside it. */
const rival = 0.15;
/** Below this confidence a character that differs may simply have been misheard. */
const shaky = 0.75;
/** A character that is no likelier than this was hardly heard: another number may have been said. */
const aGuess = 0.03;
/** Where one character alone was hardly heard, others as likely as this tell the number: "order for 5192". */
const likelyHeard = 0.5;

/** Too little of it was heard: more than one character, or one beside others that are in doubt. */
function isGuess(heard: readonly HeardDigit[]): boolean {
  const guessed = heard.filter(({ confidence }) => confidence < aGuess).length;
  const doubtful = heard.filter(({ confidence }) => confidence < likelyHeard).length;
  return guessed > 1 || (guessed === 1 && doubtful > 1);
}

/** More wrong characters than this are another number. */
const mostWrong = 2;

/** Of so few characters none may differ: there is always an order that has the others. */
const mayDiffer = (length: number) =>
  length <= fewToDiffer ? 0 : Math.min(mostWrong, Math.floor(length / 2));
const fewToDiffer = 3;

/** The characters of a number's code that the heard ones stand for, and where they begin in it. */
function compared(digits: string, part: Part, length: number): { digits: string; start: number } {
  if (part === 'whole' || length >= digits.length) return { digits, start: 0 };
  const start = part === 'ending' ? digits.length - length : 0;
  return { digits: digits.slice(start, start + length), start };
}

interface Fit {
  cost: number;
  wrong: number[];
}

/** How well a code fits. The letters before its first digit, where numbers of several shapes keep them, may go unsaid. */
function fitOf(heard: HeardDigit[], part: Part, code: string): Fit {
  const lead = /^\p{L}+(?=\p{N})/u.exec(code)?.[0].length ?? 0;
  const unsaid = lead > 0 && /^\p{N}/u.test(heard[0]?.digit ?? '');
  const skipped = unsaid ? lead : 0;
  const { digits, start } = compared(code.slice(skipped), part, heard.length);
  const { cost, mismatched } = align(heard, digits);
  return { cost, wrong: [...new Set(mismatched)].map((index) => index + start + skipped) };
}

/**
 * Bayes over the caller's orders: each order's likelihood is the probability of hearing those characters had it been
 * said, by confidences and sound-alikes; all orders are equally likely beforehand.
 */
export function resolveNumber(
  heard: HeardDigit[],
  part: Part,
  own: string[],
  shape: NumberShape = numberShape(own),
): Resolution {
  const fits = own
    .map((number) => ({ number, ...fitOf(heard, part, codeOf(number, shape)) }))
    .filter((fit) => fit.wrong.length <= mayDiffer(heard.length))
    .sort((a, b) => a.cost - b.cost);
  const best = fits[0];
  if (!best) return { kind: 'unknown' };
  const likelihood = (fit: { cost: number }) => Math.exp(best.cost - fit.cost);
  const total = fits.reduce((sum, fit) => sum + likelihood(fit), 0);
  const rivals = fits.filter((fit) => likelihood(fit) >= rival);
  if (rivals.length > 1) return { kind: 'several', numbers: rivals.map((fit) => fit.number) };
  if (best.wrong.length === 0 && isGuess(heard))
    return { kind: 'doubtful', number: best.number, doubtful: [] };
  if (best.wrong.length === 0 && 1 / total >= sure) return { kind: 'certain', number: best.number };
  if (best.wrong.length === 0) return { kind: 'several', numbers: fits.slice(0, 2).map((fit) => fit.number) };
  const misheard = best.wrong.length === 1 || heard.some((digit) => digit.confidence < shaky);
  return misheard ? { kind: 'doubtful', number: best.number, doubtful: best.wrong } : { kind: 'unknown' };
}
