const before =
  /^(?:(?:hey|hi|hello|ok(?:ay)?|alright|all right|right|so|well|um+|uh+|er+m?|and|then|now|yes|yeah|yep|great|good|fine|thanks|please|just|actually|hex ?key|computer)\s+)+(?=\S)/u;
const asking =
  /^(?:(?:can|could|would|will) you (?:please )?|can (?:i|we) (?:please )?|let'?s |i(?:'d| would) like to |i(?:'d| would) like you to |i want to |please )(?=\S)/u;
const after = /(?:\s+(?:please|now|then|thanks|thank you|for me|mate|hex ?key|ok(?:ay)?))+$/u;
const chinese = /^(?:好的?|那|嗯+|请|麻烦|帮我|给我)+(?=.)|(?:吧|啊|呢|吗|呀|一下|谢谢)+$/gu;

/** Small letters, no punctuation, figures kept: what commands are compared with. */
export const plainWords = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[’‘]/g, "'")
    .replace(/[^\p{L}\p{N}']+/gu, ' ')
    .trim();

/** What is said without the courtesy around it: "okay, can you go back please" is "go back". */
export function core(text: string): string {
  const words = plainWords(text);
  const bare = words.replace(before, '').replace(after, '').replace(asking, '').replace(before, '');
  return bare.replace(chinese, '').trim() || words;
}
