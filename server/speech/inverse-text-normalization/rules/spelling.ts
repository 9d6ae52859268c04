import { cardinal } from '../numbers/cardinal.ts';
import { repeats } from '../numbers/number-words.ts';
import { type SpokenWords, wordAt } from '../reading.ts';

/** One letter or digit of something spelled out. */
export interface Element {
  take: number;
  /** Upper-case letters or digits. */
  text: string;
  /** How it was said: "b", "B for bravo", "bravo", "four". */
  kind: 'letter' | 'explained' | 'nato' | 'digit';
}

/** The ICAO alphabet; each word's letter is its first. */
const nato = new Set([
  'alpha',
  'alfa',
  'bravo',
  'charlie',
  'delta',
  'echo',
  'foxtrot',
  'golf',
  'hotel',
  'india',
  'juliet',
  'juliett',
  'kilo',
  'lima',
  'mike',
  'november',
  'oscar',
  'papa',
  'quebec',
  'romeo',
  'sierra',
  'tango',
  'uniform',
  'victor',
  'whiskey',
  'whisky',
  'x-ray',
  'xray',
  'yankee',
  'zulu',
]);

/** Letters' names as recognisers write them. The names that are also everyday words count only where explained. */
const letterNames: Readonly<Record<string, string>> = {
  bee: 'B',
  cee: 'C',
  dee: 'D',
  ee: 'E',
  eff: 'F',
  ef: 'F',
  gee: 'G',
  aitch: 'H',
  jay: 'J',
  kay: 'K',
  el: 'L',
  ell: 'L',
  em: 'M',
  en: 'N',
  pee: 'P',
  cue: 'Q',
  ar: 'R',
  ess: 'S',
  es: 'S',
  tee: 'T',
  vee: 'V',
  ex: 'X',
  wye: 'Y',
  zed: 'Z',
  zee: 'Z',
};
const everydayNames: Readonly<Record<string, string>> = {
  be: 'B',
  of: 'F',
  he: 'E',
  see: 'C',
  sea: 'C',
  eye: 'I',
  oh: 'O',
  pea: 'P',
  queue: 'Q',
  are: 'R',
  tea: 'T',
  you: 'U',
  why: 'Y',
  eh: 'A',
  an: 'N',
  hay: 'A',
  ay: 'A',
  and: 'N',
  as: 'S',
  tee: 'T',
  if: 'F',
  add: 'D',
  bay: 'B',
  say: 'C',
  day: 'D',
};

/** The letter that `word` names, `everyday` words such as "see" and "are" included on request. */
export function letterNamed(word: string, { everyday = false } = {}): string | undefined {
  if (/^[a-z]$/.test(word)) return word.toUpperCase();
  if (nato.has(word)) return word.charAt(0).toUpperCase();
  return letterNames[word] ?? (everyday ? everydayNames[word] : undefined);
}

export function element(reading: SpokenWords, at: number): Element | undefined {
  return explained(reading, at) ?? bare(reading, at);
}

/** "A as in apple", "b for bravo", "s like sugar": the word must begin with the letter. */
function explained(reading: SpokenWords, at: number): Element | undefined {
  const capital = /^(?:capital|letter)$/.test(wordAt(reading, at)) ? 1 : 0;
  const letter = letterNamed(wordAt(reading, at + capital), { everyday: true });
  if (!letter) return undefined;
  const next = at + capital + 1;
  const asIn = ['as', 'is', 'has'].includes(wordAt(reading, next)) && wordAt(reading, next + 1) === 'in';
  const link = asIn ? 2 : /^(?:for|like)$/.test(wordAt(reading, next)) && !/[AIU]/.test(letter) ? 1 : 0;
  const forA =
    letter === 'A' &&
    wordAt(reading, next) === 'for' &&
    /^(?:alpha|apple|alfa)$/.test(wordAt(reading, next + 1));
  const links = link || (forA ? 1 : 0);
  const word = wordAt(reading, next + links);
  if (links === 0 || word.length < 3 || word[0] !== letter.toLowerCase()) return undefined;
  return { take: capital + 1 + links + 1, text: letter, kind: 'explained' };
}

function bare(reading: SpokenWords, at: number): Element | undefined {
  const word = wordAt(reading, at);
  if (/^(?:double)$/.test(word) && /^(?:u|you)$/.test(wordAt(reading, at + 1)))
    return { take: 2, text: 'W', kind: 'letter' };
  if (/^(?:capital|letter)$/.test(word)) {
    const letter = letterNamed(wordAt(reading, at + 1));
    return letter ? { take: 2, text: letter, kind: 'letter' } : undefined;
  }
  const times = repeats[word];
  if (times !== undefined) {
    const next = bare(reading, at + 1);
    return next?.text.length === 1 && next.kind !== 'nato'
      ? { take: 1 + next.take, text: next.text.repeat(times), kind: next.kind }
      : undefined;
  }
  const letter = letterNamed(word);
  if (letter) return { take: 1, text: letter, kind: nato.has(word) ? 'nato' : 'letter' };
  const number = cardinal(reading, at);
  return number ? { take: number.take, text: number.digits, kind: 'digit' } : undefined;
}
