/** The ICAO alphabet; each word's letter is its first. */
const alphabet =
  'alpha alfa bravo charlie delta echo foxtrot golf hotel india juliet juliett kilo lima mike november oscar papa quebec romeo sierra tango uniform victor whiskey whisky xray yankee zulu'.split(
    ' ',
  );

/** Letters' names as recognisers write them; everyday words among them count only within a number. */
const names: Readonly<Record<string, string>> = {
  bee: 'B',
  be: 'B',
  sea: 'C',
  see: 'C',
  cee: 'C',
  dee: 'D',
  ee: 'E',
  eff: 'F',
  ef: 'F',
  gee: 'G',
  aitch: 'H',
  eye: 'I',
  jay: 'J',
  kay: 'K',
  okay: 'K',
  el: 'L',
  ell: 'L',
  em: 'M',
  en: 'N',
  oh: 'O',
  pee: 'P',
  pea: 'P',
  cue: 'Q',
  queue: 'Q',
  are: 'R',
  ar: 'R',
  ess: 'S',
  es: 'S',
  tea: 'T',
  tee: 'T',
  you: 'U',
  vee: 'V',
  ex: 'X',
  why: 'Y',
  zed: 'Z',
  zee: 'Z',
};

export interface SpelledLetters {
  /** Upper case. */
  letters: string;
  /** A word that mostly means something else: it counts only within a number. */
  shy: boolean;
  used: number;
}

const mostTyped = 4;

/** Letters that words from `at` on spell, of those that the shop's numbers have: "x", "x as in xray", "xray", "double x", "XK". */
export function readLetters(
  words: readonly string[],
  at: number,
  known: ReadonlySet<string>,
): SpelledLetters | undefined {
  const word = words[at] ?? '';
  if (word === 'double' && (words[at + 1] === 'you' || words[at + 1] === 'u') && known.has('W'))
    return { letters: 'W', shy: false, used: 2 };
  const times = word === 'double' ? 2 : word === 'triple' ? 3 : 1;
  const one = oneLetter(words[times > 1 ? at + 1 : at] ?? '');
  if (one && known.has(one.letter)) {
    const used = times > 1 ? 2 : 1;
    const explained = words[at + used] === 'as' && words[at + used + 1] === 'in' ? 3 : 0;
    const shy = one.shy && times === 1 && explained === 0;
    return { letters: one.letter.repeat(times), shy, used: used + explained };
  }
  const typed = word.toUpperCase();
  if (/^[A-Z]+$/.test(typed) && typed.length <= mostTyped && [...typed].every((letter) => known.has(letter)))
    return { letters: typed, shy: true, used: 1 };
  return undefined;
}

function oneLetter(word: string): { letter: string; shy: boolean } | undefined {
  if (/^[a-z]$/.test(word)) return { letter: word.toUpperCase(), shy: word === 'a' || word === 'i' };
  if (alphabet.includes(word)) return { letter: word.charAt(0).toUpperCase(), shy: false };
  const name = names[word];
  return name ? { letter: name, shy: true } : undefined;
}
