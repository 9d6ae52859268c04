import type { StoredArticle } from '#protocol';

/** Whole numbers of a text: "10:00" says 10, "£1,250" says 1250. */
const numbersIn = (text: string) =>
  new Set(
    [...text.replace(/(\d),(?=\d{3})/g, '$1').matchAll(/\d+/g)]
      .map(([digits]) => Number(digits))
      .filter((n) => n > 0),
  );

const lacksOne = (numbers: ReadonlySet<number>, of: ReadonlySet<number>) =>
  [...of].some((number) => !numbers.has(number));

type Version = Pick<StoredArticle, 'id' | 'language' | 'title' | 'body' | 'updatedAt'>;

/**
 * Whether a newer text of the same article in another language has it otherwise: each has a number that the other has
 * not. A shop that changes its opening hours in one language must not be quoted with the old ones in the other.
 */
export function isOutdated(one: Version, all: readonly Version[]): boolean {
  const numbers = numbersIn(one.body);
  return all.some((other) => {
    if (other.id !== one.id || other.language === one.language || other.updatedAt <= one.updatedAt)
      return false;
    const newer = numbersIn(other.body);
    return lacksOne(numbers, newer) && lacksOne(newer, numbers);
  });
}
