import type { Guide } from './guide.ts';

/**
 * Minutes that are probably left at `place`, after `minutesHere` spent there: what the steps to come are said to take,
 * and what is left of this one, of which at least a tenth always remains. Above half
 * an hour in steps of five: nobody knows better. Null when the product stands.
 */
export function minutesLeft(
  { steps }: Pick<Guide, 'steps'>,
  place: number,
  minutesHere: number,
): number | null {
  if (place > steps.length) return null;
  const ahead = steps.slice(Math.max(0, place)).reduce((sum, step) => sum + step.minutes, 0);
  const here = steps[place - 1]?.minutes ?? 0;
  const left = ahead + Math.max(here / 10, here - minutesHere);
  return left > 30 ? Math.round(left / 5) * 5 : Math.max(1, Math.round(left));
}
