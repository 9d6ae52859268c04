import { ordinal, ordinalDigits } from '../numbers/cardinal.ts';
import { type Rewriting, type SpokenWords, wordAt } from '../reading.ts';

/** "the twenty first" → the 21st, "fifth avenue" → 5th avenue. Small ones ("second thoughts") stay words. */
export function longOrdinal(reading: SpokenWords, at: number): Rewriting | undefined {
  const nth = ordinal(reading, at);
  if (!nth || /\d/.test(wordAt(reading, at))) return undefined;
  const street = /^(?:street|avenue|floor)$/.test(wordAt(reading, at + nth.take));
  return nth.value >= 10 || street ? { take: nth.take, text: ordinalDigits(nth.value) } : undefined;
}
