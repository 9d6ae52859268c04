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
