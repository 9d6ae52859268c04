/**
 * Sounds that say "I am listening" and not "let me speak" (backchannels: Yngve 1970). Only those said over a reply
 * count; after it, "okay" is an answer.
 */
const backchannels = new Set([
  'ah',
  'aha',
  'all right',
  'alright',
  'cool',
  'exactly',
  'fine',
  'good',
  'got it',
  'great',
  'i see',
  'lovely',
  'makes sense',
  'nice',
  'oh',
  'ok',
  'okay',
  'perfect',
  'right',
  'sure',
  'that makes sense',
  'understood',
  'yeah',
  'yep',
  'yes',
  'yup',
]);

/** "I see" as recognisers write it when they take it for letters, measured through a browser's clean-up of the sound. */
for (const letters of ['i c', 'ic', 'i t']) backchannels.add(letters);

/** Hums, however they are spelt: "mm", "hmm", "mhm", "uh", "huh", "uhhuh". */
const hum = /^[hmu]*(?:h|m)[hmu]*$/;

/** Longest backchannel in words. */
const longest = 3;

/** Whether the words are nothing but backchannels: "uh-huh, okay". No words at all are one too. */
export function isBackchannel(text: string): boolean {
  return afterBackchannels(lowerCaseWords(text)).length === 0;
}

/** Whether words still being spoken may turn out to be nothing but backchannels: "oh, I" of "oh, I see". */
export function mayBeBackchannel(text: string): boolean {
  const rest = afterBackchannels(lowerCaseWords(text)).join(' ');
  return rest === '' || [...backchannels].some((whole) => whole.startsWith(`${rest} `));
}

/** Lower case, without punctuation. */
export function lowerCaseWords(text: string): string[] {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}']+/gu, ' ')
    .trim()
    .split(' ')
    .filter(Boolean);
}

/** What remains once the backchannels that the words begin with are taken away. */
function afterBackchannels(words: string[]): string[] {
  if (words[0] !== undefined && hum.test(words[0])) return afterBackchannels(words.slice(1));
  const length = Array.from({ length: longest }, (_, index) => longest - index).find(
    (count) => count <= words.length && backchannels.has(words.slice(0, count).join(' ')),
  );
  return length === undefined ? words : afterBackchannels(words.slice(length));
}
