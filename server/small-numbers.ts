/** Numbers as people say them rather than write them, by their value. */
export const smallNumbers: readonly string[] = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
];

/** "four" is 4; undefined for what is not a number from one to twelve in English. */
export function smallNumber(word: string): number | undefined {
  const value = smallNumbers.indexOf(word.toLowerCase());
  return value > 0 ? value : undefined;
}
