import { lowerCaseWords } from './backchannel.ts';

/** What stops a reply even where the reply says it too. */
const commands = new Set(
  'agent back cancel help hold human next no not pause repeat start stop thanks wait'.split(' '),
);

/**
 * Whether a single word heard over a reply is likely the reply itself, let through by the device's echo cancellation.
 * The reply falls silent about 150 ms after its echo is taken for speech, so an echo is never longer than that word.
 */
export function mayBeEcho(heard: string, reply: readonly string[]): boolean {
  const [word, ...more] = lowerCaseWords(heard);
  if (word === undefined || more.length > 0 || commands.has(word)) return false;
  return reply.some((sentence) => lowerCaseWords(sentence).includes(word));
}
