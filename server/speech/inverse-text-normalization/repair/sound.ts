import { doubleMetaphone } from 'double-metaphone';
import { distance } from 'fastest-levenshtein';

/** How words sound: their letters, and their consonants as Double Metaphone hears them (Philips 2000). */
export interface Sound {
  letters: string;
  /** Primary and secondary pronunciation; equal for most words. */
  codes: readonly [string, string];
}

export function soundOf(word: string): Sound {
  const letters = word.toLowerCase().replace(/[^\p{L}]/gu, '');
  return { letters, codes: doubleMetaphone(letters) };
}

/**
 * Words run together. First vowels ("A") and doubled sounds go: they are heard or not with where a recogniser parts the
 * words, "human age unto" for "human agent".
 */
export function runTogether(words: readonly Sound[]): Sound {
  const code = (which: 0 | 1) =>
    words
      .map(({ codes }) => codes[which])
      .join('')
      .replaceAll('A', '')
      .replace(/(.)\1+/g, '$1');
  return { letters: words.map(({ letters }) => letters).join(''), codes: [code(0), code(1)] };
}

/** 1 for the same, 0 for nothing in common. */
export const alike = (a: string, b: string): number => 1 - distance(a, b) / Math.max(a.length, b.length, 1);

/** A code and every code with one sound left out: two codes that share one of these differ by at most one sound. */
export const neighbours = (code: string): string[] => [
  code,
  ...Array.from(code, (_sound, i) => code.slice(0, i) + code.slice(i + 1)),
];
