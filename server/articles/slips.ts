import { distance } from 'fastest-levenshtein';

/** Puts one slip right, two in a long word, where exactly one known word begins alike and is that near. */
export function corrected(word: string, known: ReadonlySet<string>): string {
  if (word.length < 5 || known.has(word)) return word;
  const slips = word.length >= 9 ? 2 : 1;
  const near = [...known].filter(
    (other) =>
      other.length >= 4 &&
      other[0] === word[0] &&
      Math.abs(other.length - word.length) <= slips &&
      (distance(word, other) <= slips || isSwapped(word, other)),
  );
  return near.length === 1 ? (near[0] as string) : word;
}

/** Two neighbours changed places. */
function isSwapped(one: string, other: string): boolean {
  if (one.length !== other.length) return false;
  const at = [...one].findIndex((letter, index) => letter !== other[index]);
  return (
    at >= 0 &&
    one[at] === other[at + 1] &&
    one[at + 1] === other[at] &&
    one.slice(at + 2) === other.slice(at + 2)
  );
}
