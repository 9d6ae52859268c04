import { doubleMetaphone } from 'double-metaphone';
import { distance } from 'fastest-levenshtein';

/** How words sound: their letters, and their consonants as Double Metaphone hears them (Philips 2000). */
export interface Sound {
  letters: string;
  /** Primary and secondary pronunciation; equal for most words. */
  codes: readonly [string, string];
}

export function soundOf(words: string): Sound {
  const letters = words.toLowerCase().replace(/[^\p{L}]/gu, '');
  return { letters, codes: doubleMetaphone(letters) };
}

/** 1 for the same, 0 for nothing in common. */
export const alike = (a: string, b: string): number => 1 - distance(a, b) / Math.max(a.length, b.length, 1);

/** A code and every code with one sound left out: two codes that share one of these differ by at most one sound. */
export const neighbours = (code: string): string[] => [
  code,
  ...Array.from(code, (_sound, i) => code.slice(0, i) + code.slice(i + 1)),
];
