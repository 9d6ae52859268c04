/**
 * Sounds that say "I am listening" and not "let me speak" (backchannels: Yngve 1970). Only those said over a reply
 * count; after it, "okay" is an answer.
 */
const backchannels = new Set([
  'ah',
  'aha',
  'alright',
  'cool',
  'good',
  'got it',
  'great',
  'hm',
  'hmm',
  'i see',
  'mhm',
  'mm',
  'mm hm',
  'mm hmm',
  'mmm',
  'oh',
  'ok',
  'okay',
  'right',
  'sure',
  'uh',
  'uh huh',
  'uhhuh',
  'um',
  'yeah',
  'yep',
  'yes',
]);

/** Longest backchannel in words. */
const longest = 2;

/** Whether the words are nothing but backchannels: "uh-huh, okay". No words at all are one too. */
export function isBackchannel(text: string): boolean {
  const words = text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}']+/gu, ' ')
    .trim()
    .split(' ')
    .filter(Boolean);
  for (let at = 0; at < words.length; ) {
    const length = [longest, 1].find((count) => backchannels.has(words.slice(at, at + count).join(' ')));
    if (!length) return false;
    at += length;
  }
  return true;
}
