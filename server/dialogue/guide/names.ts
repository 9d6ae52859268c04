import type { Guide, GuidePart } from '#protocol';

/** How a letter on its own sounds to a recogniser, and the spelling alphabet. Only ever read behind "part". */
const letterSounds: Readonly<Record<string, string>> = {
  A: 'ay|eh|hey|alpha|alfa|aye',
  B: 'be|bee|bea|bravo|pea|bi',
  C: 'see|sea|si|charlie|cee',
  D: 'dee|delta|de|the',
  E: 'ee|echo|he',
  F: 'eff|ef|if|foxtrot|half',
  G: 'gee|jee|ji|golf|she',
  H: 'aitch|age|each|hotel|h',
  I: 'eye|aye|india|hi',
  J: 'jay|juliet|juliett|jane',
  K: 'kay|okay|kilo|ok|cake',
  L: 'el|ell|elle|lima|hell|all',
  M: 'em|am|them|mike|um',
  N: 'en|an|and|end|in|november|then',
};
const letterOf = new Map(
  Object.entries(letterSounds).flatMap(([letter, sounds]) =>
    sounds.split('|').map((sound) => [sound, letter] as const),
  ),
);

/** "part" itself, and what it is heard as. */
const partWord = '(?:parts?|pieces?|panels?|letter|port|pot|park|pard|heart|path|piece of)';

const inChinese = (text: string) =>
  /([a-z])(?:号|板|件|部件|零件)|(?:零件|部件|板)([a-z])/u.exec(text.replace(/\s/g, ''));

/** The letter that `words` (small letters) name: "part b", "part bee", "party" for part D, "partsy" for part C. Upper case. */
export function letterIn(words: string, letters: readonly string[]): string | undefined {
  const chinese = inChinese(words);
  if (chinese) return (chinese[1] ?? chinese[2])?.toUpperCase();
  const named =
    new RegExp(
      `\\b${partWord} (?:letter |number )?(?!i (?:need|should|have|want|take|use|am|do)\\b)([a-z]+)\\b`,
      'u',
    ).exec(words)?.[1] ??
    /^(?:the )?([b-hj-z])$/u.exec(words)?.[1] ??
    /\bpart([a-eg-z])(?: |$)/u.exec(
      words.replace(/\bparty\b/u, 'partd').replace(/\bpartsy\b/u, 'partc'),
    )?.[1];
  if (named === undefined) return undefined;
  const letter = named.length === 1 ? named.toUpperCase() : letterOf.get(named);
  return letter !== undefined && letters.includes(letter) ? letter : undefined;
}

/** Words that name nothing. */
const empty =
  /^(?:the|and|into|onto|with|for|step|steps|put|take|show|again|part|parts|please|one|where|that|this|you|have|now|from|its|are|goes|does|his|her|your|what|which|piece)$/;

/** Words that carry meaning, without plural and the like: "the drawers" finds "Put the drawer in". */
export const stems = (text: string): string[] =>
  (text.toLowerCase().match(/[a-z]{3,}/g) ?? [])
    .filter((word) => !empty.test(word))
    .map((word) =>
      word
        .replace(/ves$/, 'f')
        .replace(/(?:(?<=s|x|ch|sh)es|(?<!s)s)$/, '')
        .replace(/(?:ing|ling|led)$/, ''),
    );

/** Signs that two Chinese texts share, in runs of two or more. */
const chineseOverlap = (said: string, name: string): number => {
  const signs = said.match(/\p{Script=Han}/gu)?.join('') ?? '';
  let shared = 0;
  for (let at = 0; at + 2 <= signs.length; at++) if (name.includes(signs.slice(at, at + 2))) shared++;
  return shared;
};

/** How well `said` fits a name, 0 not at all: words or signs in common, more where nothing of the name is missing. */
function likeness(said: string, name: { en: string; zh: string }): number {
  const words = stems(said);
  const own = stems(name.en.replace(/\(.*\)/, ''));
  const shared = own.filter((word) => words.includes(word)).length;
  const english = shared === 0 ? 0 : shared + shared / own.length / 2;
  return Math.max(english, chineseOverlap(said, name.zh));
}

/** The best of `items`; the first of several that fit as well, where `first` says so. */
function best<T>(items: readonly T[], score: (item: T) => number, first: boolean): T | undefined {
  const scores = items.map(score);
  const top = Math.max(0, ...scores);
  if (top === 0) return undefined;
  const at = scores.indexOf(top);
  return first || scores.lastIndexOf(top) === at ? items[at] : undefined;
}

/** The part that is named by its letter or its label. */
export function partIn(said: string, { parts }: Guide): GuidePart | undefined {
  const letter = letterIn(
    said,
    parts.map((part) => part.letter),
  );
  if (letter) return parts.find((part) => part.letter === letter);
  return best(parts, ({ label }) => likeness(said, label), true);
}

const figures: Readonly<Record<string, number>> = Object.fromEntries(
  [
    'one|won|first|1st|一',
    'two|to|too|second|2nd|二|两',
    'three|tree|free|third|3rd|三',
    'four|for|fore|fourth|forth|4th|四',
    'five|fife|hive|fifth|5th|五',
    'six|sicks|sex|sixth|6th|六',
    'seven|seventh|7th|七',
    'eight|ate|eighth|8th|八',
    'nine|nein|mine|ninth|9th|九',
    'ten|tin|tenth|10th|十',
    'eleven|eleventh|11th|十一',
    'twelve|twelfth|12th|十二',
    'thirteen|thirteenth|13th|十三',
    'fourteen|fourteenth|14th|十四',
    'fifteen|fifteenth|15th|十五',
    'sixteen|sixteenth|16th|十六',
  ].flatMap((names, at) => names.split('|').map((name) => [name, at + 1] as const)),
);

const numberOf = (word: string | undefined): number | undefined =>
  word === undefined ? undefined : /^\d{1,3}$/.test(word) ? Number(word) : (figures[word] ?? tens(word));
const tens = (word: string): number | undefined =>
  /^(?:twenty|thirty|forty|fifty|sixty|二十|三十|四十|五十)/.test(word) ? 99 : undefined;

/**
 * The place that is named: "step four", "the third step", "第四步", "the drawers", "the end". Undefined where nothing is
 * named; a number beyond the last step comes back as it is.
 */
export function stepIn(said: string, guide: Guide): number | undefined {
  const { steps, parts } = guide;
  if (/^(?:the )?(?:very )?(?:last|final)(?: step| one)$|^(?:the )?(?:very )?end$|最后一?步/u.test(said))
    return steps.length;
  if (
    /^(?:the )?(?:very )?(?:start|beginning|parts?(?: list)?|laying out|lay out|layout)$|摆开|清点|开头/u.test(
      said,
    )
  )
    return 0;
  const figure =
    /\bstep (?:number )?([\p{L}\d]+)/u.exec(said)?.[1] ??
    /\b([a-z\d]+) step\b/u.exec(said)?.[1] ??
    /第([一二三四五六七八九十\d]+)步?/u.exec(said)?.[1] ??
    /^(?:number )?([a-z\d]+)$/u.exec(said)?.[1];
  const number = numberOf(figure);
  if (number !== undefined) return number;
  const titled = best(steps, ({ title }) => Math.floor(likeness(said, title)), true);
  if (titled) return steps.indexOf(titled) + 1;
  const part = best(parts, ({ label }) => likeness(said, label), true);
  const comes = steps.findIndex(({ arrivals }) =>
    arrivals.some(({ nodes }) => nodes.some((node) => part?.nodes.includes(node))),
  );
  return comes < 0 ? undefined : comes + 1;
}
