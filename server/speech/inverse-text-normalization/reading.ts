import type { HeardWord } from '#protocol';
import type { SpeechHints } from '../contract.ts';
import { isSpoken } from './numbers/number-words.ts';

/** One spoken word: "forty-five" and "S.O." are two. */
export interface SpokenWord {
  /** Lower case, without punctuation around it. */
  word: string;
  /** As the recogniser wrote it, without punctuation around it. */
  raw: string;
  /** Punctuation right before and right after. */
  lead: string;
  trail: string;
  /** Which heard word it is of. */
  heard: number;
  /** Whether a heard word begins or ends here: a rewriting never cuts one in two. */
  begins: boolean;
  ends: boolean;
}

export interface SpokenWords {
  pieces: SpokenWord[];
  heard: HeardWord[];
  hints: SpeechHints;
}

/** What a rule writes for the next `take` pieces. */
export interface Rewriting {
  take: number;
  text: string;
}

/** Looks at the pieces from `at` on (and behind it for context). Undefined where it has nothing to say. */
export type Rule = (reading: SpokenWords, at: number) => Rewriting | undefined;

const outer = /^([^\p{L}\p{N}$€£+@]*)(.*?)([^\p{L}\p{N}%]*)$/su;

export function read(heard: HeardWord[], hints: SpeechHints): SpokenWords {
  const pieces = heard.flatMap(({ text }, index) => {
    const [, lead = '', core = '', trail = ''] = outer.exec(text) ?? [];
    const parts = split(core);
    return parts.map((raw, part): SpokenWord => {
      const [first, last] = [part === 0, part === parts.length - 1];
      return {
        word: raw.toLowerCase().replaceAll('’', "'"),
        raw,
        lead: first ? lead : '',
        trail: last ? trail : '',
        heard: index,
        begins: first,
        ends: last,
      };
    });
  });
  return { pieces, heard, hints };
}

/** "A.M." is one word, "S.O." two letters, "forty-five" and "4-5-1" numbers said one by one; "built-in" stays whole. */
function split(core: string): string[] {
  if (/^[ap]\.?m$/i.test(core)) return [core.replace('.', '')];
  if (/^(?:\p{L}\.)+\p{L}$/u.test(core)) return core.split('.');
  if (/^\d{4}-\d\d-\d\d$/.test(core)) return [core];
  const parts = core.split(/[-–—]/);
  const allSpoken = parts.length > 1 && parts.every((part) => isSpoken(part.toLowerCase()));
  return allSpoken ? parts : [core];
}

/** The words before `at`, nearest first, back to the sentence's beginning and at most `reach` of them. */
export function wordsBefore({ pieces }: SpokenWords, at: number, reach: number): string[] {
  const words: string[] = [];
  for (let i = at - 1; i >= 0 && words.length < reach; i--) {
    const piece = pieces[i] as SpokenWord;
    if (/[.?!]/.test(piece.trail)) break;
    words.push(piece.word);
  }
  return words;
}

export const wordAt = ({ pieces }: SpokenWords, at: number): string => pieces[at]?.word ?? '';

/** Whether the speaker paused or ended a sentence after this piece, as far as the recogniser wrote it. */
export const pausesAfter = ({ pieces }: SpokenWords, at: number): boolean =>
  /[,.;:?!…]/.test(pieces[at]?.trail ?? '');

/** Whether `at` is past the last piece, or the one before it ends a sentence. */
export const endsBefore = (reading: SpokenWords, at: number): boolean =>
  at >= reading.pieces.length || /[.?!]/.test(reading.pieces[at - 1]?.trail ?? '');
