import type { HeardWord } from '#protocol';
import { tokenBytes } from './vocabulary.ts';

const space = 0x20;
const spoken = /[\p{L}\p{N}]/u;

/**
 * Joins tokens to words. A word is as sure as its least sure token: one doubtful digit makes the number doubtful. The
 * stop or comma behind it is no part of that: a word said alone may end either way, and was heard all the same. Nor are the
 * letters of a number, "SO-" of "SO-45192": its digits tell it from others.
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
      const firstDigits = hasDigits(bytes) && !last.bytes.some(hasDigits);
      const counts = last.bytes.some(hasDigits) ? hasDigits(bytes) : isSpoken(bytes);
      if (firstDigits) last.confidence = confidence;
      else if (counts) last.confidence = Math.min(last.confidence, confidence);
      last.bytes.push(bytes);
    } else groups.push({ bytes: [bytes], confidence });
  }
  return groups
    .map(({ bytes, confidence }) => ({ text: Buffer.concat(bytes).toString('utf8').trim(), confidence }))
    .filter((word) => word.text !== '');
}

const hasDigits = (bytes: Buffer): boolean => /\d/.test(bytes.toString());

/** Bytes of a letter that several tokens make up count: they are no punctuation. */
const isSpoken = (bytes: Buffer): boolean =>
  bytes.some((byte) => byte > 0x7f) || spoken.test(bytes.toString());
