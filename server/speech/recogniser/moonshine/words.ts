import type { HeardWord } from '#protocol';
import { tokenBytes } from './vocabulary.ts';

const space = 0x20;
const spoken = /[\p{L}\p{N}]/u;

/**
 * Joins tokens to words. A word is as sure as its least sure token: one doubtful digit makes the number doubtful. The
 * stop or comma behind it is no part of that: a word said alone may end either way, and was heard all the same.
 *
 * @param confidences probability of each token, 0-1, as many as there are tokens.
 */
export function joinTokens(tokens: readonly number[], confidences: readonly number[]): HeardWord[] {
  const groups: { bytes: Buffer[]; confidence: number }[] = [];
  for (const [index, token] of tokens.entries()) {
    const bytes = tokenBytes(token);
    if (bytes.length === 0) continue;
    const confidence = confidences[index] ?? 0;
    const last = groups.at(-1);
    if (last && bytes[0] !== space) {
      last.bytes.push(bytes);
      if (isSpoken(bytes)) last.confidence = Math.min(last.confidence, confidence);
    } else groups.push({ bytes: [bytes], confidence });
  }
  return groups
    .map(({ bytes, confidence }) => ({ text: Buffer.concat(bytes).toString('utf8').trim(), confidence }))
    .filter((word) => word.text !== '');
}

/** Bytes of a letter that several tokens make up count: they are no punctuation. */
const isSpoken = (bytes: Buffer): boolean =>
  bytes.some((byte) => byte > 0x7f) || spoken.test(bytes.toString());
