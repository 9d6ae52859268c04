import { styleOf, wordsOf } from './normalise.ts';

/** A sparse vector: `weights[i]` belongs to row `ids[i]` of a model's table. Ids are distinct. */
export interface Features {
  ids: Int32Array;
  weights: Float32Array;
}

/** Rows of a model's table, a power of two. Feature names are hashed into it and never kept. */
export const buckets = 2 ** 17;

/** Changes whenever the same text would give different features: a model fits one version only. */
export const featureVersion = 1;

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

/**
 * Hashed n-grams of a text: words 1-3, characters 2-5 inside words (Chinese: characters 1-5 and their runs), the whole
 * text where it is short, and, with `style`, marks such as "!!!" and capitals. Each view has its own length, so a long
 * text does not outweigh a short one.
 */
export function featuresOf(text: string, style = false): Features {
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
  if (style)
    view((counts) => {
      for (const mark of styleOf(text)) count(counts, extend(offset, `s ${mark}`));
    }, 0.5);
  return { ids: Int32Array.from(all.keys()), weights: Float32Array.from(all.values()) };
}
