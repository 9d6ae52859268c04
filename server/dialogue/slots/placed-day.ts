import * as chrono from 'chrono-node';
import type { OrderBrief } from '#protocol';

const day = 24 * 3600 * 1000;
const spoken = /\b(?:from|ordered|bought|placed|purchased|got|made|of)\b|\bthe one\b/i;

/** Days that "last week" and the like stretch over, counted back from now: [furthest, nearest]. */
const stretches: [said: RegExp, furthest: number, nearest: number][] = [
  [/\bthis week\b|这周|本周/iu, 7, 0],
  [/\blast week\b|上周|上个星期/iu, 14, 3],
  [/\blast month\b|上个月/iu, 62, 20],
];

/** Orders placed when an utterance says: "the one from last week", "what I bought on Monday". Undefined when it says no time. */
export function placedThen(text: string, orders: OrderBrief[], now: Date): OrderBrief[] | undefined {
  const between = (from: number, to: number) =>
    orders.filter((order) => {
      const at = Date.parse(order.placedAt);
      return at >= from && at <= to;
    });
  for (const [said, furthest, nearest] of stretches)
    if (said.test(text)) return between(now.getTime() - furthest * day, now.getTime() - nearest * day);
  if (!spoken.test(text)) return undefined;
  const [date] = chrono.parse(text, now, { forwardDate: false });
  if (!date?.start.isCertain('day') && !date?.start.isCertain('weekday')) return undefined;
  let at = date.start.date().getTime();
  if (at > now.getTime()) at -= 7 * day;
  const start = new Date(at).setUTCHours(0, 0, 0, 0);
  return between(start, start + day);
}
