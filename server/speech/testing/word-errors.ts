import { distance } from 'fastest-levenshtein';

const words = (text: string): string[] =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}' ]+/gu, ' ')
    .split(/\s+/)
    .filter(Boolean);

/** Word error rate: words wrong, missing or too many, over the words said. */
export function wordErrorRate(said: string, heard: string): number {
  const codes = new Map<string, string>();
  const code = (text: string) =>
    words(text)
      .map((word) => {
        const known = codes.get(word) ?? String.fromCharCode(0x4e00 + codes.size);
        codes.set(word, known);
        return known;
      })
      .join('');
  return distance(code(said), code(heard)) / words(said).length;
}
