import type { TranscriptWord } from '#protocol';
import { edges } from './edges.ts';
import { isOrdinary } from './ordinary-words.ts';
import type { KnownPhrase, PhraseIndex } from './phrase-index.ts';
import { alike, runTogether, type Sound, soundOf } from './sound.ts';

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
const longestWindow = 5;
/** Letters that what was heard and what was meant have in common at the least. */
const leastShared = 0.5;
/** Words under this confidence are open to doubt: two thirds of the recogniser's wrong words are, a quarter of its right ones. */
const doubtful = 0.7;

interface Window {
  words: string[];
  confidence: number;
  sound: Sound;
}

/** Every replacement that is likelier than what was heard. */
export function candidates(words: TranscriptWord[], index: PhraseIndex): Replacement[] {
  const plain = words.map(({ text }) => plainWord(text));
  const sounds = plain.map(soundOf);
  const fits = fitting(plain, index);
  return words.flatMap((_word, at) =>
    windowsFrom(
      { words, plain, sounds, fits },
      at,
      Math.min(longestWindow, index.longest + splitInto),
    ).flatMap((window) => {
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

interface Utterance {
  words: TranscriptWord[];
  /** Lower case, no punctuation. */
  plain: string[];
  sounds: Sound[];
  /** Words that are right already. */
  fits: boolean[];
}

/** Runs of words from `at`, up to a figure, a sentence's end, or words that are right already. */
function windowsFrom({ words, plain, sounds, fits }: Utterance, at: number, longest: number): Window[] {
  const windows: Window[] = [];
  for (let last = at; last < Math.min(words.length, at + longest); last++) {
    const text = words[last]?.text as string;
    if (fits[last] || /\d/.test(text) || !/^\p{L}[\p{L}'’-]*$/u.test(plain[last] as string)) break;
    windows.push({
      words: plain.slice(at, last + 1),
      confidence: Math.min(...words.slice(at, last + 1).map((word) => word.confidence)),
      sound: runTogether(sounds.slice(at, last + 1)),
    });
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

/** How sure it is that `phrase` was said where `window` was heard; 0 where what was heard stands. */
function judge(window: Window, phrase: KnownPhrase): number {
  const { words, sound } = window;
  const { sound: meant, length } = phrase;
  if (words.length > length + splitInto || isInflection(sound.letters, meant.letters)) return 0;
  if (sound.letters === meant.letters)
    return words.length === length && !words.some((word) => word.includes('-')) ? 0 : 1;
  if (edges.test(words[0] as string) || edges.test(words.at(-1) as string)) return 0;
  const needed = threshold(window, phrase);
  if (needed === never || contradicts(words, phrase.text.toLowerCase().split(' '))) return 0;
  const letters = alike(sound.letters, meant.letters);
  const score = (alike(sound.codes[0], meant.codes[0]) + letters) / 2;
  return score >= needed && letters >= leastShared ? score : 0;
}

/**
 * Whether what was heard has words that are right next to one that was not meant: "mattress size" is no mattress,
 * "change of address" not "change my address".
 */
function contradicts(words: string[], meant: string[]): boolean {
  if (words.every((word) => meant.includes(word))) return true;
  if (meant.length === 1) return words.length > 1 && words.includes(meant[0] as string);
  return (
    words.length === meant.length &&
    words.some((word, i) => {
      const other = meant[i] as string;
      return word !== other && (alike(word, other) < leastShared || isInflection(word, other));
    })
  );
}

/** The likeness it takes, found by speaking shop sentences to the recogniser; over 1 where none is enough. */
function threshold(window: Window, phrase: KnownPhrase): number {
  const same = window.sound.codes.some((code) => phrase.sound.codes.includes(code));
  const doubt = {
    same,
    sounds: phrase.sound.codes[0].length,
    unsure: window.confidence < doubtful,
    strange: window.words.some((word) => !isOrdinary(word)),
    isName: /^\p{Lu}/u.test(phrase.text),
  };
  const isWord = window.words.length === 1 && phrase.length === 1;
  return isWord
    ? wordThreshold(window.sound, phrase.sound, doubt)
    : wordsThreshold(window.sound, phrase, doubt);
}

interface Doubt {
  /** The consonants are the same; else they differ by one. */
  same: boolean;
  /** Consonants in the phrase. */
  sounds: number;
  unsure: boolean;
  /** Something was heard that is no everyday word. */
  strange: boolean;
  isName: boolean;
}

function wordThreshold(heard: Sound, meant: Sound, { same, sounds, unsure, strange, isName }: Doubt): number {
  const opensAlike = isVowel(heard.letters) === isVowel(meant.letters);
  if (!strange || !opensAlike || (isName && !unsure)) return never;
  if (!same) return unsure && sounds >= 4 && !isName && heard.letters[0] === meant.letters[0] ? 0.77 : never;
  return sounds >= 4 ? 0.78 : sounds === 3 && !isName ? 0.84 : never;
}

function wordsThreshold(
  heard: Sound,
  { sound: meant, length }: KnownPhrase,
  { same, sounds, unsure, strange, isName }: Doubt,
): number {
  const doubted = strange || unsure;
  if (same && sounds >= 5) return doubted ? 0.8 : 0.88;
  if (same && sounds >= 3) return doubted ? 0.85 : never;
  if (!unsure || sounds < 5 || isName) return never;
  const sharesEnds =
    heard.letters[0] === meant.letters[0] && heard.letters.slice(-4) === meant.letters.slice(-4);
  return sharesEnds && length === 1 ? 0.72 : 0.86;
}
const isVowel = (letters: string) => /^[aeiou]/.test(letters);
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
