/** Shorter names ("Li") stand inside too many other words. */
const shortestName = 3;

/**
 * The text with personal data struck out: what is in `personal`, e-mail addresses, and the value of every digit. Exactly as
 * long as the text, sign by sign: a stretch of one is the same stretch of the other.
 */
export function mask(text: string, personal: readonly string[]): string {
  const masked = personal
    .filter((name) => name.trim().length >= shortestName)
    .reduce(strikeOut, text.replace(/[^\s@]{1,64}@[^\s@]{1,190}/gu, blank));
  return masked.replace(/\p{N}/gu, (digit) => '0'.repeat(digit.length));
}

const blank = (found: string) => '_'.repeat(found.length);

const strikeOut = (text: string, name: string): string =>
  text.replace(new RegExp(name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'), 'giu'), blank);
