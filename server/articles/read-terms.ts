import { chineseGroups, groupOf } from './everyday-words.ts';
import { type Concept, empty, lexicon } from './lexicon.ts';
import { countries } from './places.ts';
import { stem } from './stem.ts';

/** A thing that a text speaks of, the same whatever its wording and language. */
export interface Term {
  /** "return" for a concept, "=tyre" for a word that the lexicon has not, "@NO" for a country. */
  key: string;
  kind: Concept['kind'] | 'word' | 'country' | 'number';
  /** The word right before it, in English. */
  before?: string;
}

/** A phrase in pieces: between two pieces up to four other words may stand ("send … back"). */
interface Pattern {
  pieces: string[][];
  term: Term;
}

const conceptTerm = (name: string): Term => ({
  key: name,
  kind: lexicon.concepts.get(name)?.kind ?? 'plain',
});
const countryTerm = (code: string): Term => ({ key: `@${code}`, kind: 'country' });
const abroad = conceptTerm('abroad');

const longestGap = 4;

const words = (text: string) => text.match(/[\p{Script=Latin}\p{M}]+(?:'\p{Script=Latin}+)?/gu) ?? [];
const bare = (word: string) => word.replace(/'s?/g, '');

/** "=hours" stands for the word as it is, anything else for its stem. */
const piece = (text: string) =>
  text.startsWith('=') ? [text] : words(text).map((word) => stem(bare(word.toLowerCase())));

function readEnglish(): Map<string, Pattern[]> {
  const byFirst = new Map<string, Pattern[]>();
  const add = (text: string, term: Term) => {
    const pieces = text.split('~').map((part) => piece(part.trim()));
    const first = pieces[0]?.[0];
    if (first === undefined) return;
    const list = byFirst.get(first) ?? [];
    list.push({ pieces, term });
    byFirst.set(first, list);
  };
  for (const { text, concept } of lexicon.english) add(text, conceptTerm(concept));
  for (const { code, english } of countries)
    for (const name of english) add(name.toLowerCase(), countryTerm(code));
  const size = ({ pieces }: Pattern) => pieces.flat().length;
  for (const list of byFirst.values()) list.sort((one, other) => size(other) - size(one));
  return byFirst;
}
const english = readEnglish();

function readChinese(): Map<string, Term[]> {
  const byText = new Map<string, Term[]>();
  const add = (text: string, term: Term) => byText.set(text, [...(byText.get(text) ?? []), term]);
  for (const { text, concept } of lexicon.chinese) add(text, conceptTerm(concept));
  for (const [text, group] of chineseGroups) if (!byText.has(text)) add(text, { key: group, kind: 'word' });
  for (const { code, chinese } of countries) for (const name of chinese) add(name, countryTerm(code));
  return byText;
}
const chinese = readChinese();
const longestChinese = Math.max(...[...chinese.keys()].map((text) => text.length));

/** English words that articles and the lexicon know, for putting slips right. */
export const knownStems: ReadonlySet<string> = new Set(
  [...english.values()].flatMap((list) =>
    list.flatMap(({ pieces }) => (pieces.length === 1 ? pieces.flat() : [])),
  ),
);

/** What a text speaks of, in its order. `correct` may put a misspelt stem right. */
export function readTerms(text: string, correct: (stem: string) => string = (same) => same): Term[] {
  const terms: Term[] = [];
  const plain = text.normalize('NFKC').replace(/[’‘]/gu, "'").toLowerCase();
  for (const [run] of plain.matchAll(/\p{Script=Han}+|[^\p{Script=Han}]+/gu)) {
    if (/^\p{Script=Han}/u.test(run)) chineseTerms(run, terms);
    else englishTerms(run, terms, correct);
  }
  return terms.flatMap((term) => (term.kind === 'country' ? [term, abroad] : [term]));
}

function englishTerms(text: string, terms: Term[], correct: (stem: string) => string): void {
  for (const [digits] of text.matchAll(/\d+(?:[.,:]\d+)*/gu))
    terms.push({ key: `#${digits}`, kind: 'number' });
  const raw = words(text).map(bare);
  const stems = raw.map((word) => {
    const own = stem(word);
    return english.has(own) || empty.en.has(word) ? own : correct(own);
  });
  const taken = new Set<number>();
  for (let at = 0; at < raw.length; at++) {
    if (taken.has(at)) continue;
    const here = [...(english.get(`=${raw[at]}`) ?? []), ...(english.get(stems[at] as string) ?? [])];
    const before = raw[at - 1];
    const found = longest(here.map((pattern) => ({ pattern, places: placesOf(pattern, stems, raw, at) })));
    for (const { pattern } of found) terms.push({ ...pattern.term, ...(before && { before }) });
    const places = found[0]?.places;
    if (places) for (const place of places) taken.add(place);
    else if (!empty.en.has(raw[at] as string) && (raw[at] as string).length > 1)
      terms.push({ key: wordKey(stems[at] as string), kind: 'word', ...(before && { before }) });
  }
}

/** The same for words of one group: "=tyre", "~phone". */
const wordKey = (of: string): string => groupOf.get(of) ?? `=${of}`;

interface Fitted {
  pattern: Pattern;
  /** Which words it takes. */
  places: number[] | undefined;
}

/** Of the patterns that fit, those that take the most words. */
function longest(fitted: Fitted[]): Fitted[] {
  const size = ({ places }: Fitted) => places?.length ?? 0;
  const most = Math.max(0, ...fitted.map(size));
  return most === 0 ? [] : fitted.filter((each) => size(each) === most);
}

/** The places of a pattern's words when its first stands at `start`. */
function placesOf({ pieces }: Pattern, stems: string[], raw: string[], start: number): number[] | undefined {
  const is = (wanted: string, at: number) =>
    wanted.startsWith('=') ? raw[at] === wanted.slice(1) : stems[at] === wanted;
  const places: number[] = [];
  let at = start;
  for (const [index, wanted] of pieces.entries()) {
    const last = index === 0 ? at : at + longestGap;
    let found = -1;
    for (let from = at; from <= last && found < 0; from++)
      if (wanted.every((word, offset) => is(word, from + offset))) found = from;
    if (found < 0) return undefined;
    places.push(...wanted.map((_, offset) => found + offset));
    at = found + wanted.length;
  }
  return places;
}

/** The longest phrase of the lexicon from each character on; what is left between them is a word of its own. */
function chineseTerms(run: string, terms: Term[]): void {
  let rest = '';
  const flush = () => {
    for (const pair of pairsOf(rest)) terms.push({ key: `=${pair}`, kind: 'word' });
    rest = '';
  };
  for (let at = 0; at < run.length; ) {
    const length = longestAt(run, at, (text) => chinese.has(text) || empty.zh.has(text));
    const text = run.slice(at, at + (length || 1));
    const found = chinese.get(text);
    if (length === 0) rest += text;
    else {
      flush();
      if (found) terms.push(...found);
    }
    at += text.length;
  }
  flush();
}

/** Neighbouring characters: what Chinese words are told apart by where the lexicon does not know them. */
export const pairsOf = (run: string): string[] => {
  const characters = [...run];
  if (characters.length === 1) return characters;
  return characters.slice(1).map((character, at) => `${characters[at]}${character}`);
};

function longestAt(run: string, at: number, known: (text: string) => boolean): number {
  for (let length = Math.min(longestChinese, run.length - at); length > 0; length--)
    if (known(run.slice(at, at + length))) return length;
  return 0;
}

const days = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
const dayOf: Record<string, number> = Object.fromEntries([
  ...days.flatMap((day, index) => [day, day.slice(0, 3)].map((name) => [name, index])),
  ...[...'一二三四五六日'].map((name, index) => [name, index]),
  ['天', 6],
]);
const everyDay = /\b(?:daily|every day|each day|seven days|7 days a week)\b|每天|天天|全年无休/iu;
const englishDays =
  /\b(mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}\s{0,2}(?:to|through|thru|till|until|[-–—])\s{0,2}(mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}\b/giu;
const chineseDays =
  /(?:周|星期|礼拜)([一二三四五六日天])\s?[至到~～—–-]{1,2}\s?(?:周|星期|礼拜)?([一二三四五六日天])/gu;

/** Days that a sentence speaks of without naming them: "Monday to Saturday" is about Thursday, too. */
export function impliedDays(text: string): string[] {
  const found = new Set<string>(everyDay.test(text) ? days : []);
  for (const pattern of [englishDays, chineseDays])
    for (const [, from = '', to = ''] of text.matchAll(pattern)) {
      const first = dayOf[from.toLowerCase()] ?? 0;
      const span = ((dayOf[to.toLowerCase()] ?? 0) - first + 7) % 7;
      for (let step = 0; step <= span; step++) found.add(days[(first + step) % 7] as string);
    }
  if (/\bweekdays?\b|工作日|平日/iu.test(text)) for (const day of days.slice(0, 5)) found.add(day);
  if (/\bweekends?\b|周末/iu.test(text)) for (const day of days.slice(5)) found.add(day);
  if (found.has('saturday') || found.has('sunday') || /\b(?:satur|sun)day|(?:周|星期)[六日天]/iu.test(text))
    found.add('weekend');
  if (found.has('tuesday')) found.add('weekday');
  if (/\b2[4-6](?:th)?(?: and 26(?:th)?)? (?:of )?dec|12\s?月\s?2[4-6]/iu.test(text)) found.add('christmas');
  if (/\b1(?:st)? (?:of )?jan|(?<!\d)1\s?月\s?1\s?日/iu.test(text)) found.add('newyear');
  return [...found];
}

/** Verbs and asides of everyday talk that say nothing about what is asked. */
const light = new Set(
  'stick pop chuck bung sort come came round guy bloke stuff thing deal there then now here bring fetch grab whole bit lot anyone anybody someone somebody everyone people person folk pls plz cos coz wot wanna gonna gotta hiya lads love chap quid honest really actually properly ever still yet already same else set hand turn put bear'.split(
    ' ',
  ),
);

/**
 * The words of a text one by one, the same for words of one group, and in Chinese every two neighbouring characters beside
 * the phrases that are known. What says nothing is left out.
 */
export function wordKeys(text: string, correct: (stem: string) => string = (same) => same): string[] {
  const plain = text.normalize('NFKC').replace(/[’‘]/gu, "'").toLowerCase();
  return [...plain.matchAll(/\p{Script=Han}+|[^\p{Script=Han}]+/gu)].flatMap(([run]) => {
    if (/^\p{Script=Han}/u.test(run)) {
      const known: Term[] = [];
      chineseTerms(run, known);
      return known.filter(({ kind }) => kind !== 'plain').map(({ key }) => key);
    }
    return words(run)
      .map(bare)
      .filter((word) => word.length > 1 && !empty.en.has(word))
      .map((word) => {
        const own = stem(word);
        return groupOf.get(own) ?? (light.has(word) || light.has(own) ? '' : wordKey(correct(own)));
      })
      .filter(Boolean);
  });
}
