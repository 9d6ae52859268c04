import type { HeardWord } from '#protocol';

const plain = ({ text }: HeardWord): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/**
 * The words of a decode that did not come to its end, the last said once: over a short word the decoder now and then
 * writes it until it is stopped, "yes, yes, yes, yes, yes".
 */
export function withoutRunaway(words: readonly HeardWord[]): HeardWord[] {
  const last = words.at(-1);
  if (!last) return [];
  const run = words.findLastIndex((word) => plain(word) !== plain(last)) + 1;
  return words.slice(0, run + 1);
}

/** Nobody says the same words so often in a row, and little else. */
const fewestRounds = 3;
const longestRound = 12;
const mostOfIt = 0.6;

/**
 * Whether the decoder went round in circles, "We can't do it. We can't do it. We can't do it.": over speech in a language it
 * does not know, or over no speech. It heard none of that.
 */
export function isLoop(words: readonly HeardWord[]): boolean {
  const said = words.map(plain);
  for (let round = 2; round <= longestRound && round * fewestRounds <= said.length; round++) {
    let alike = 0;
    for (let at = round; at < said.length; at++) {
      alike = said[at] === said[at - round] ? alike + 1 : 0;
      if (alike >= round * (fewestRounds - 1) && alike + round >= mostOfIt * said.length) return true;
    }
  }
  return false;
}
