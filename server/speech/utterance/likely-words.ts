import type { SpeechHints } from '../contract.ts';
import { shopWords } from './shop-words.ts';

/** How people name a thing of theirs. */
const naming = (name: string): string[] =>
  /^\p{Lu}|\s/u.test(name) ? [name] : [name, `my ${name}`, `the ${name}`];

/** Words of this shopper's things, and what people say to a shop; of order numbers the figures alone. */
export const likelyWords = ({
  phrases,
  orderNumbers,
}: Pick<SpeechHints, 'phrases' | 'orderNumbers'>): string[] => [
  ...new Set([
    ...orderNumbers.map((number) => number.replace(/\D/g, '')).filter(Boolean),
    ...phrases.flatMap(naming),
    ...shopWords,
  ]),
];
