import type { HeardWord } from '#protocol';
import type { TokenChoice } from '../choose.ts';

/** Confidence of words from a model that tells none: as good as a guess, so that read-back checks what matters. */
const unknownConfidence = 0.5;

const split = (text: string): string[] => text.split(/\s+/).filter(Boolean);

/**
 * The words of `text`, each as sure as the least sure token that took part in it.
 *
 * @param decode text of the given tokens, special ones left out.
 */
export function groupWords(
  text: string,
  choices: readonly TokenChoice[],
  decode: (tokens: number[]) => string,
): HeardWord[] {
  const words = split(text).map((word) => ({ text: word, confidence: Number.POSITIVE_INFINITY }));
  const tokens: number[] = [];
  let before = '';
  for (const { token, confidence } of choices) {
    tokens.push(token);
    const now = decode(tokens);
    if (now === before) continue;
    before = now;
    const word = words[split(now).length - 1];
    if (word) word.confidence = Math.min(word.confidence, confidence);
  }
  return words.map((word) => ({
    text: word.text,
    confidence: Number.isFinite(word.confidence) ? word.confidence : unknownConfidence,
  }));
}
