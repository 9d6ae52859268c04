import { styleOf, wordsOf } from './normalise.ts';
import { partsOf } from './parts.ts';

/** A sparse vector: `weights[i]` belongs to row `ids[i]` of a model's table. Ids are distinct. */
export interface Features {
  ids: Int32Array;
  weights: Float32Array;
}

/** Rows of a model's table, a power of two. Feature names are hashed into it and never kept. */
export const buckets = 2 ** 17;

/** Changes whenever the same text would give different features: a model fits one version only. */
export const featureVersion = 2;

const offset = 0x811c9dc5;

/** FNV-1a over UTF-16 code units, from Fowler, Noll and Vo; continued from `hash` so that n-grams grow letter by letter. */
function extend(hash: number, text: string): number {
  let h = hash;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return h;
}

/** MurmurHash3's finaliser: FNV's low bits alone are too regular to be a table index. */
function bucketOf(hash: number): number {
  let h = hash;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return ((h ^ (h >>> 16)) >>> 0) & (buckets - 1);
}

type Counts = Map<number, number>;
const count = (counts: Counts, hash: number) => {
  const id = bucketOf(hash);
  counts.set(id, (counts.get(id) ?? 0) + 1);
};

const isHan = (word: string) => /^\p{Script=Han}/u.test(word);

function countWordGrams(words: string[], counts: Counts): void {
  const units = ['<', ...words.flatMap((word) => (isHan(word) ? [...word] : [word])), '>'];
  for (let start = 0; start < units.length; start++) {
    let hash = extend(offset, 'w');
    for (let n = 0; n < 3 && start + n < units.length; n++) {
      hash = extend(hash, ` ${units[start + n]}`);
      const onlyMarker = n === 0 && (start === 0 || start === units.length - 1);
      if (!onlyMarker) count(counts, hash);
    }
  }
}

function countCharacterGrams(words: string[], counts: Counts): void {
  for (const word of words) {
    const letters = ` ${word} `;
    const shortest = isHan(word) ? 1 : 2;
    for (let start = 0; start < letters.length; start++) {
      let hash = extend(offset, 'c');
      for (let n = 1; n <= 5 && start + n <= letters.length; n++) {
        hash = extend(hash, letters.charAt(start + n - 1));
        if (n >= shortest) count(counts, hash);
      }
    }
  }
}

/** One-word answers and short commands are whole sentences: "next", "no", "got it". */
function countWhole(words: string[], counts: Counts): void {
  if (words.length > 0 && words.length <= 5) count(counts, extend(offset, `= ${words.join(' ')}`));
}

/** Sublinear counts scaled to the length `norm`. */
function add(into: Map<number, number>, counts: Counts, norm: number): void {
  let squares = 0;
  for (const n of counts.values()) squares += (1 + Math.log(n)) ** 2;
  const scale = norm / Math.sqrt(squares || 1);
  for (const [id, n] of counts) into.set(id, (into.get(id) ?? 0) + (1 + Math.log(n)) * scale);
}

/** Grammar's own words: what is done by saying something shows in them, whatever it is about. */
const grammar = new Set(
  (
    'a about actually after again all already also am an and any anybody anyone are arent as ask asked asking at be because ' +
    'been before but by can cannot cant cause could couldnt dare did didnt do does doesnt doing dont else ever for forget from ' +
    'get go going gonna got had has hasnt have havent having he hello help hey hi hold how i id if ill im in instead is isnt ' +
    'it its ive just keep kindly know later leave let lets like may maybe me mean meant might mind must my need needed needs ' +
    'never no nobody nope not nothing now of oh ok okay on only or order other our ought out please pls possible rather right ' +
    'said say saying shall she should shouldnt so some somebody someone sorry still stop supposed sure tell than thank thanks ' +
    'that thats the their them then there theres these they theyre this those to told too trying u under up us wait wanna ' +
    'want wanted wants was wasnt way we well were what whats when whens where wheres whether which while who whos whose why ' +
    'will wish with without wonder wondering wont would wouldnt yeah yep yes yet you youre your youve'
  ).split(' '),
);
const grammarSigns = new Set(
  '我你您他她们的了吗呢吧啊呀嘛不没别未无是有在要想请帮给把被就才还也都再又先能可以会该得让叫怎么什哪几多少谁为何如果假要是但所因而且或者和跟到从说问讲错对好行嗯哦谢您这那个些只已经过着',
);
const content = '_';

/** Words with everything but grammar struck out, runs of it to one: "can you cancel my order" is "can you _ my order". */
function outlineOf(words: string[]): string[] {
  const outline = words
    .flatMap((word) => (isHan(word) ? [...word] : [word]))
    .map((unit) => (grammar.has(unit) || grammarSigns.has(unit) ? unit : content));
  return ['<', ...outline.filter((unit, at) => unit !== content || outline[at - 1] !== content), '>'];
}

function countOutline(words: string[], counts: Counts): void {
  countRuns('o', outlineOf(words), 5, counts);
}

/** Runs of 2 to `longest` units. */
function countRuns(view: string, units: readonly string[], longest: number, counts: Counts): void {
  for (let start = 0; start < units.length; start++) {
    let hash = extend(offset, view);
    for (let n = 0; n < longest && start + n < units.length; n++) {
      hash = extend(hash, ` ${units[start + n]}`);
      if (n > 0) count(counts, hash);
    }
  }
}

/** Parts of speech: what is seldom said in one wording is often said in another of the same build. */
function countParts(text: string, words: string[], counts: Counts): void {
  const parts = ['<', ...partsOf(words), '>'];
  countRuns('p', parts, 5, counts);
  for (let start = 0; start < parts.length; start++)
    for (let next = start + 2; next < parts.length && next <= start + 4; next++)
      count(counts, extend(offset, `p ${parts[start]} .. ${parts[next]}`));
  const asked = /[?？]\s*$/.test(text) ? '?' : '.';
  for (let n = 2; n <= 4; n++) count(counts, extend(offset, `p ${parts.slice(0, n).join(' ')} ${asked}`));
}

/**
 * Hashed n-grams of a text: words 1-3, characters 2-5 inside words (Chinese: characters 1-5 and their runs), the whole
 * text where it is short, and, with `style`, marks such as "!!!" and capitals. Each view has its own length, so a long
 * text does not outweigh a short one.
 */
export function featuresOf(text: string, style = false, outline = false, parts = false): Features {
  const words = wordsOf(text);
  const all = new Map<number, number>();
  const view = (fill: (counts: Counts) => void, norm: number) => {
    const counts: Counts = new Map();
    fill(counts);
    add(all, counts, norm);
  };
  view((counts) => countWordGrams(words, counts), 1);
  view((counts) => countCharacterGrams(words, counts), 1);
  view((counts) => countWhole(words, counts), 0.5);
  if (outline) view((counts) => countOutline(words, counts), 1);
  if (parts) view((counts) => countParts(text, words, counts), 1);
  if (style)
    view((counts) => {
      for (const mark of styleOf(text)) count(counts, extend(offset, `s ${mark}`));
    }, 0.5);
  return { ids: Int32Array.from(all.keys()), weights: Float32Array.from(all.values()) };
}
