/** What a shop's order numbers look like, learned from some of them. */
export interface NumberShape {
  /** What all of them begin with, as written: "SO-", "#W", "ORD-". It tells none from another, and is often left unsaid. */
  written: string;
  /** Its letters, in upper case. */
  prefix: string;
  /** The fewest and the most characters that tell numbers apart. */
  lengths: readonly [fewest: number, most: number];
  /** Letters among those, in upper case; none where they are digits alone. */
  letters: ReadonlySet<string>;
}

/** Where nobody has said what the numbers look like. */
export const usualShape: NumberShape = { written: '', prefix: '', lengths: [5, 5], letters: new Set() };

const characters = (text: string) => text.toUpperCase().replace(/[^\p{L}\p{N}]/gu, '');

/** Shapes of lists that were asked for before: a list is asked about with every word. */
const known = new WeakMap<readonly string[], NumberShape>();

/** The shape that some numbers have in common. */
export function numberShape(numbers: readonly string[]): NumberShape {
  const kept = known.get(numbers);
  if (kept) return kept;
  const shape = numbers.length > 0 ? learned(numbers) : usualShape;
  known.set(numbers, shape);
  return shape;
}

function learned(numbers: readonly string[]): NumberShape {
  const written = commonBeginning(numbers);
  const codes = numbers.map((number) => characters(number.slice(written.length)));
  const lengths = codes.map(({ length }) => length);
  return {
    written,
    prefix: characters(written),
    lengths: [Math.min(...lengths), Math.max(...lengths)],
    letters: new Set(codes.join('').replace(/\p{N}/gu, '')),
  };
}

/** What stands before the first digit where that is the same in all; else what is, up to its last mark. */
function commonBeginning(numbers: readonly string[]): string {
  const beginnings = numbers.map((number) => /^\P{N}*/u.exec(number)?.[0] ?? '');
  const [first = ''] = beginnings;
  if (beginnings.every((one) => one === first)) return first;
  let length = 0;
  while (length < first.length && beginnings.every((one) => one.charAt(length) === first.charAt(length)))
    length += 1;
  return /^(?:.*[^\p{L}])?/u.exec(first.slice(0, length))?.[0] ?? '';
}

/** The characters of a number that tell it from others: "45192" of SO-45192, "9X4K2" of ORD-9X4K2. */
export const codeOf = (number: string, { written }: NumberShape): string =>
  characters(number.startsWith(written) ? number.slice(written.length) : number);
