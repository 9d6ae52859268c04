const before =
  /^(?:(?:hey|hi|hello|ok(?:ay)?|alright|all right|right|so|well|um+|uh+|er+m?|and|then|now|yes|yeah|yep|great|good|fine|thanks|please|just|actually|hex ?key|computer)\s+)+(?=\S)/u;
const asking =
  /^(?:(?:can|could|would|will) you (?:please )?|can (?:i|we) (?:please )?|let'?s |i(?:'d| would) like to |i(?:'d| would) like you to |i want to |please )(?=\S)/u;
const after = /(?:\s+(?:please|now|then|thanks|thank you|for me|mate|hex ?key|ok(?:ay)?))+$/u;
const chinese = /^(?:好的?|那|嗯+|请|麻烦|帮我|给我)+(?=.)|(?:吧|啊|呢|吗|呀|一下|谢谢)+$/gu;

/** What a recogniser makes of commands of one or two words said alone; nobody says these to a guide. */
const misheard: readonly [heard: RegExp, said: string][] = [
  [/^(?:plus|paws|pores|pose|paused|pours|boss|balls|cause)$/u, 'pause'],
  [
    /^(?:necks|nex|nicks|text|next up|nest|net|mixed|knicks|text step|next up step|next stop|next steps?)$/u,
    'next',
  ],
  [/^(?:go bag|go bad|gold back|cold back|go bach|go pack|goback|no back|oh back|robak)$/u, 'go back'],
  [/^(?:repeat hat|repeat fat|we peat that|repeat it that|with peter|repeat bat)$/u, 'repeat'],
  [/^(?:(?:i'?m|i am|am|um) (?:stock|stark|struck|stuff|stack|swept|suck|stug|step))$/u, "i'm stuck"],
  [/^(?:carryon|carrie on|carry in|harry on|very on|carian|carrying on|karryon)$/u, 'carry on'],
  [/^(?:started? (?:bill|building|bell|build) ?(?:ging|ing|in)?)$/u, 'start building'],
  [/^(?:what (?:will|two|to|tools?|too|till) (?:do )?i need)$/u, 'what tool do i need'],
];

/** Small letters, no punctuation, figures kept: what commands are compared with. */
export const plainWords = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[’‘]/g, "'")
    .replace(/[^\p{L}\p{N}']+/gu, ' ')
    .trim();

const asSaid = (words: string): string => misheard.find(([heard]) => heard.test(words))?.[1] ?? words;

/** What is said without the courtesy around it: "okay, can you go back please" is "go back". */
export function core(text: string): string {
  const words = asSaid(plainWords(text));
  const bare = words.replace(before, '').replace(after, '').replace(asking, '').replace(before, '');
  return asSaid(bare.replace(chinese, '').trim()) || words;
}
