import type { HeardWord } from '#protocol';

/** Words that were read in noise and are on average less sure than this were guessed. */
const guessed = 0.75;
/** Where every word is as sure as this, nothing else was said. */
const certain = 0.9;

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}' ]+/gu, '')
    .trim();

/** In noise: nothing was read, or what was read is a guess. */
export const areLost = (words: readonly HeardWord[]): boolean =>
  words.length === 0 || words.reduce((sum, word) => sum + word.confidence, 0) < guessed * words.length;

/** Every word is beyond doubt. */
export const isCertain = (words: readonly HeardWord[]): boolean =>
  words.length > 0 && words.every(({ confidence }) => confidence >= certain);

/** What was read is one of the likely phrases, or so sure that it is none; or nothing, which is like no phrase. */
export function areClear(words: readonly HeardWord[], likely: readonly string[]): boolean {
  if (words.length === 0 || isCertain(words)) return true;
  const said = plain(words.map(({ text }) => text).join(' '));
  return likely.some((phrase) => plain(phrase) === said);
}
