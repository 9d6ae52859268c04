import type { Reply } from '#protocol';

/** What a reply wants to know. */
export type AskedFor =
  | 'confirmation'
  | 'order'
  | 'items'
  | 'target'
  | 'method'
  | 'reason'
  | 'address'
  | 'identity'
  | 'choice'
  | 'nothing';

const questions: [asked: AskedFor, words: RegExp][] = [
  ['reason', /\b(?:reason|why (?:do|did|would|are) you|no longer need|by mistake)\b/],
  ['identity', /\b(?:your|the) (?:full )?(?:name|e-?mail|zip)\b[^.]*\?/],
  [
    'method',
    /\b(?:refund(?:ed)?|pay|paid|charge|money|difference)\b[^.?]*\b(?:to|with|by|from|which|how|where|or)\b[^.]*\?/,
  ],
  ['method', /\b(?:which|what) (?:card|payment|method|way)\b[^.]*\?/],
  ['target', /\b(?:which|what) (?:colou?r|size|version|variant|option|kind|model|style|one would)\b[^.]*\?/],
  [
    'target',
    /\b(?:for what|for which|instead|in its place|like it to be|change it to|swap it for|exchange it for)\b[^.]*\?/,
  ],
  ['items', /\b(?:which|what) (?:item|product|thing|part|line|of (?:them|these|those))s?\b[^.]*\?/],
  ['items', /\b(?:what|which)\b[^.]*\b(?:return|send back|exchange|swap|change)\b[^.]*\?/],
  ['order', /\bwhich order\b[^.]*\?/],
  ['target', /\bwhich (?:one\b|[^.?:]{1,40} would you like)[^?]*\?/],
  [
    'address',
    /\b(?:what|which|where)\b[^.]*\b(?:address|send|deliver|go to|street|town|post code|zip)\b[^.]*\?/,
  ],
];

const byExpecting: Partial<Record<Reply['expecting'], AskedFor>> = {
  confirmation: 'confirmation',
  order_number: 'order',
  address: 'address',
};

export function askedForBy({ expecting, text, choices }: Reply): AskedFor {
  const plain = byExpecting[expecting];
  if (plain) return plain;
  const words = text.toLowerCase();
  const asked = questions.find(([, pattern]) => pattern.test(words))?.[0];
  if (asked) return asked;
  return expecting === 'choice' && choices.length > 0 ? 'choice' : 'nothing';
}

/** Hexkey says that it will not or cannot be done. */
export const refuses = ({ text }: Reply): boolean =>
  /\b(?:can(?:'|’)?t|cannot|unable|too late|not possible|isn(?:'|’)?t possible|not offered|out of stock|not available|none (?:of|in|left)|don(?:'|’)?t have|no longer|already been|has already|only a colleague)\b/i.test(
    text,
  );
