import * as chrono from 'chrono-node';
import type { Day } from '#protocol';

/** A day to come: "by Friday", "tomorrow", "on the 24th". `today` is the shop's calendar day. */
export function findDay(text: string, today: Day): Day | undefined {
  // British order: 3/4 is the third of April.
  const readers = /\p{Script=Han}/u.test(text) ? [chrono.zh.hans] : [chrono.en.GB, chrono.en.casual];
  const from = new Date(`${today}T12:00:00Z`);
  const found = readers
    .flatMap((reader) => reader.parse(text, from, { forwardDate: true }))
    .find(({ start }) => start.isCertain('day') || start.isCertain('weekday'));
  if (!found) return undefined;
  const [year, month, day] = (['year', 'month', 'day'] as const).map((part) => found.start.get(part) ?? 0);
  const said = new Date(Date.UTC(year ?? 0, (month ?? 1) - 1, day ?? 1)).toISOString().slice(0, 10);
  return said >= today ? said : undefined;
}
