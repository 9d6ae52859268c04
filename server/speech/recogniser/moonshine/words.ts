import type { HeardWord } from '../../../protocol/index.ts';
import { tokenBytes } from './vocabulary.ts';

const space = 0x20;

/**
 * Joins tokens to words. A word is as sure as its least sure token: one doubtful digit makes the number doubtful.
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
      last.confidence = Math.min(last.confidence, confidence);
    } else groups.push({ bytes: [bytes], confidence });
  }
  return groups
    .map(({ bytes, confidence }) => ({ text: Buffer.concat(bytes).toString('utf8').trim(), confidence }))
    .filter((word) => word.text !== '');
}
