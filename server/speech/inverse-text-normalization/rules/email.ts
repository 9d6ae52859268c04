import { type Rewriting, type SpokenWords, wordAt } from '../reading.ts';

const joints: Readonly<Record<string, string>> = {
  dot: '.',
  underscore: '_',
  dash: '-',
  hyphen: '-',
  at: '@',
};
const endings = /^(?:com|org|net|de|uk|io|eu|fr|co|edu|info)$/;

/** "john dot smith at gmail dot com". It takes an "at" and a known ending. */
export function email(reading: SpokenWords, at: number): Rewriting | undefined {
  let text = wordAt(reading, at);
  let take = 1;
  for (;;) {
    const joint = joints[wordAt(reading, at + take)];
    const next = wordAt(reading, at + take + 1);
    if (!joint || !/^[\p{L}\p{N}]+$/u.test(next) || (joint === '@' && text.includes('@'))) break;
    text += joint + next;
    take += 2;
  }
  const ending = text.slice(text.lastIndexOf('.') + 1);
  return /^[^@]+@[^@]+\.[^@]+$/.test(text) && endings.test(ending) ? { take, text } : undefined;
}
