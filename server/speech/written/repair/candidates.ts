import type { TranscriptWord } from '../../../protocol/index.ts';
import { isOrdinary } from './ordinary-words.ts';
import type { Phrase, PhraseIndex } from './phrase-index.ts';
import { alike, type Sound, soundOf } from './sound.ts';

/** Words `at` to `at + count` may have been `text`. */
export interface Replacement {
  at: number;
  count: number;
  text: string;
  /** 0-1. */
  score: number;
}

/** A phrase is seldom heard as more words than this many beyond its own. */
const splitInto = 2;
/** Words under this confidence are open to doubt, by the recogniser's own account: half of its wrong words are. */
const doubtful = 0.55;
/** A window of words that begins or ends in one of these took in a word that is not of the phrase. */
const edges =
  /^(?:a|an|the|my|your|is|are|was|to|of|in|on|at|and|or|for|it|i|do|does|has|have|that|this|with|where|not|no|me|you|please)$/;

interface Window {
  words: string[];
  confidence: number;
  sound: Sound;
}

/** Every replacement that is likelier than what was heard. */
export function candidates(words: TranscriptWord[], index: PhraseIndex): Replacement[] {
  const plain = words.map(({ text }) => plainWord(text));
  const fits = fitting(plain, index);
  return words.flatMap((_word, at) =>
    windowsFrom(words, plain, fits, at, index.longest + splitInto).flatMap((window) => {
      if (index.has(window.words.join(' '))) return [];
      return Array.from(index.near(window.sound), (phrase) => ({
        at,
        count: window.words.length,
        text: phrase.text,
        score: judge(window, phrase),
      })).filter(({ score }) => score > 0);
    }),
  );
}

const plainWord = (text: string) =>
  text
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');

/** Runs of words from `at`, up to a figure, a sentence's end, or words that are right already. */
function windowsFrom(
  words: TranscriptWord[],
  plain: string[],
  fits: boolean[],
  at: number,
  longest: number,
): Window[] {
  const windows: Window[] = [];
  for (let last = at; last < Math.min(words.length, at + longest); last++) {
    const text = words[last]?.text as string;
    if (fits[last] || /\d/.test(text) || !/^\p{L}[\p{L}'’-]*$/u.test(plain[last] as string)) break;
    windows.push(windowOf(words, plain, at, last + 1 - at));
    if (/[.?!;:]/.test(text)) break;
  }
  return windows;
}

/** Words that are of a phrase of several words already: they are right where they are. */
function fitting(plain: string[], index: PhraseIndex): boolean[] {
  const fits = plain.map(() => false);
  for (let at = 0; at < plain.length; at++)
    for (let count = 2; count <= index.longest && at + count <= plain.length; count++)
      if (index.has(plain.slice(at, at + count).join(' '))) fits.fill(true, at, at + count);
  return fits;
}

function windowOf(words: TranscriptWord[], plain: string[], at: number, count: number): Window {
  const own = plain.slice(at, at + count);
  const confidence = Math.min(...words.slice(at, at + count).map((word) => word.confidence));
  return { words: own, confidence, sound: soundOf(own.join('')) };
}

/** How sure it is that `phrase` was said where `window` was heard; 0 where what was heard stands. */
function judge(window: Window, phrase: Phrase): number {
  const { words, sound } = window;
  const { sound: meant, length } = phrase;
  if (words.length > length + splitInto || isInflection(sound.letters, meant.letters)) return 0;
  if (sound.letters === meant.letters) return words.length === length ? 0 : 1;
  if (edges.test(words[0] as string) || edges.test(words.at(-1) as string)) return 0;
  const said = phrase.text.toLowerCase().split(' ');
  if (words.every((word) => said.includes(word))) return 0;
  const score = (alike(sound.codes[0], meant.codes[0]) + alike(sound.letters, meant.letters)) / 2;
  return score >= threshold(window, phrase) ? score : 0;
}

/** The likeness it takes, found by speaking shop sentences to the recogniser; over 1 where none is enough. */
function threshold({ words, confidence, sound }: Window, { sound: meant, length }: Phrase): number {
  const same = sound.codes.some((code) => meant.codes.includes(code));
  const sounds = meant.codes[0].length;
  const unsure = confidence < doubtful;
  const strange = words.some((word) => !isOrdinary(word));
  if (words.length === 1 && length === 1) {
    if (!strange) return never;
    if (same && sounds >= 3) return 0.72;
    return unsure && sounds >= 4 ? 0.8 : never;
  }
  if (same && (sounds >= 5 || (sounds === 4 && (strange || unsure)))) return 0.8;
  return unsure && sounds >= 5 ? 0.8 : never;
}
const never = 2;

/** "routers" for "router", "bookshelves" for "bookshelf": the same word in another form. */
function isInflection(said: string, meant: string): boolean {
  const stem = meant.replace(/(?:fe?|e|y)$/, '');
  const shared = said.startsWith(stem) && /^(?:s|es|ves|ies|ed|ing|d|er|ers)?$/.test(said.slice(stem.length));
  return (
    said !== meant &&
    (shared ||
      said.replace(/(?:e?s|ed|ing|er)$/, '') === meant ||
      meant.replace(/(?:e?s|ed|ing|er)$/, '') === said)
  );
}
