import { numberShape, usualShape } from '../../../order-numbers/index.ts';
import { type Alikes, cutRun, type DigitSequence, dictated, digitRun } from '../numbers/digit-run.ts';
import { repeats } from '../numbers/number-words.ts';
import { endsBefore, pausesAfter, type SpokenWords, wordAt } from '../reading.ts';

/** Digits of an order number that tell it from others, as far as is known: of the caller's own, or the usual five. */
export function orderDigits({ hints: { orderNumbers } }: SpokenWords): number {
  const { lengths, letters } = numberShape(orderNumbers);
  return letters.size === 0 ? lengths[1] : usualShape.lengths[1];
}

/**
 * Digits with "for", "to", "ate" among them, where that makes an order number: one of the caller's, or, when the
 * sounds stand inside the number or the dialogue waits for one, any of its length.
 */
export function withSoundAlikes(reading: SpokenWords, at: number): DigitSequence | undefined {
  const isOwn = ({ digits }: DigitSequence) =>
    reading.hints.orderNumbers.some((number) => number.endsWith(digits));
  const own =
    reading.hints.orderNumbers.length > 0 ? orderSized(reading, at, 'loose').find(isOwn) : undefined;
  if (own || !(dictated(reading, at) || repeats[wordAt(reading, at)])) return own;
  return orderSized(reading, at, 'usual').find((run) => plausible(reading, at, run));
}

/** Runs from `at` of an order number's length that take sound-alikes; those with three digits beyond doubt. */
function orderSized(reading: SpokenWords, at: number, alike: Alikes): DigitSequence[] {
  const full = digitRun(reading, at, { code: true, alike });
  return (full?.groups ?? [])
    .map((_group, index) => cutRun(full as DigitSequence, index + 1))
    .filter(({ digits, groups }) => {
      const doubtful = groups
        .filter(({ size }) => size === 'sound_alike')
        .map((group) => group.digits)
        .join('');
      const length = orderDigits(reading);
      return digits.length === length && doubtful.length > 0 && doubtful.length <= length - 3;
    });
}

function plausible(reading: SpokenWords, at: number, { groups, take }: DigitSequence): boolean {
  const opens = groups[0]?.size === 'sound_alike';
  const asked = reading.hints.expecting === 'order_number' && at === 0;
  const follows =
    /^(?:order|number|numbers|dash|so|o|is|it's)$/.test(wordAt(reading, at - 1)) &&
    !pausesAfter(reading, at - 1);
  if (opens && !asked && !follows && !repeats[wordAt(reading, at)]) return false;
  return (
    groups.at(-1)?.size !== 'sound_alike' ||
    endsBefore(reading, at + take) ||
    wordAt(reading, at + take) === 'is'
  );
}
