import { heardGivenSaid, slip, teenForTen } from './confusion.ts';
import type { HeardDigit } from './spoken-digits.ts';

export interface Alignment {
  /** -log of the probability that the heard digits were meant as the number: a weighted edit distance. */
  cost: number;
  /** Indices into the number's digits that were heard as something else or not at all. */
  mismatched: number[];
}

type Step = { cost: number; mismatched: number[] };
const cost = (probability: number) => (probability > 0 ? -Math.log(probability) : Number.POSITIVE_INFINITY);
const cheaper = (a: Step, b: Step) => (b.cost < a.cost ? b : a);
const extend = (from: Step | undefined, extra: number, ...wrong: number[]): Step => ({
  cost: (from?.cost ?? Number.POSITIVE_INFINITY) + extra,
  mismatched: wrong.length > 0 ? [...(from?.mismatched ?? []), ...wrong] : (from?.mismatched ?? []),
});

type Table = Step[][];

/** Ways to end at heard digit `i` and the number's digit `j`, both counted from 1; 0 is before the first. */
function* ways(table: Table, heard: HeardDigit[], digits: string, i: number, j: number): Generator<Step> {
  const now = heard[i - 1];
  const before = heard[i - 2];
  if (now && j > 0) {
    const said = digits.charAt(j - 1);
    const wrong = now.digit === said ? [] : [j - 1];
    yield extend(table[i - 1]?.[j - 1], cost(heardGivenSaid(now.digit, said, now.confidence)), ...wrong);
  }
  if (now) yield extend(table[i - 1]?.[j], cost(slip), Math.min(j, digits.length - 1));
  if (j > 0) yield extend(table[i]?.[j - 1], cost(slip), j - 1);
  if (now && before && j > 1) {
    const confidence = Math.min(before.confidence, now.confidence);
    const sound = teenForTen(before.digit + now.digit, digits.slice(j - 2, j), confidence);
    yield extend(table[i - 2]?.[j - 2], cost(sound), j - 2, j - 1);
  }
}

/** Wagner and Fischer's edit distance with costs from the confusion table, and "fifteen" for "fifty" as one step. */
export function align(heard: HeardDigit[], digits: string): Alignment {
  const table: Table = [];
  for (let i = 0; i <= heard.length; i++) {
    const row: Step[] = [];
    table.push(row);
    for (let j = 0; j <= digits.length; j++) {
      const start: Step = { cost: i + j === 0 ? 0 : Number.POSITIVE_INFINITY, mismatched: [] };
      row.push([...ways(table, heard, digits, i, j)].reduce(cheaper, start));
    }
  }
  return table[heard.length]?.[digits.length] as Alignment;
}
