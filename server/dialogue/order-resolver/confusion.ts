/**
 * How often digits are taken for one another when spoken over a microphone, as shares of all mistakes made on the
 * digit that was said. Pairs are symmetric; what a row leaves over is spread evenly. Five/nine share a vowel, as do
 * one/nine; eight and the letters of the E-set ("b", "d", "three") differ in their onset alone.
 */
const soundAlike: [a: string, b: string, share: number][] = [
  ['5', '9', 0.55],
  ['1', '9', 0.2],
  ['0', '4', 0.25],
  ['4', '5', 0.1],
  ['2', '8', 0.1],
  ['2', '3', 0.15],
  ['3', '8', 0.15],
  ['6', '8', 0.15],
  ['6', '7', 0.15],
  ['0', '2', 0.15],
  ['1', '4', 0.1],
];
const even = 0.03;
const shares = new Map(
  soundAlike.flatMap(
    ([a, b, share]) =>
      [
        [a + b, share],
        [b + a, share],
      ] as const,
  ),
);

/** Probability that `heard` was written down when `said` was said, given a confidence 0-1 in `heard`. */
export function heardGivenSaid(heard: string, said: string, confidence: number): number {
  // Recognisers are overconfident; typing slips too.
  const trust = Math.min(confidence, 0.99);
  return heard === said ? trust : (1 - trust) * (shares.get(heard + said) ?? even);
}

/** "fifteen" and "fifty" differ in a weak last syllable: the probability of one heard for the other. */
export function teenForTen(heard: string, said: string, confidence: number): number {
  const swapped =
    (heard[0] === '1' && said === `${heard[1]}0`) || (said[0] === '1' && heard === `${said[1]}0`);
  return swapped && heard !== said ? 0.5 * (1 - Math.min(confidence, 0.99)) : 0;
}

/** Probability that a digit is dropped, or one is added. */
export const slip = 0.004;
