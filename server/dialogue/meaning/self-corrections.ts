/** A value in an utterance that another of its kind may replace. */
export interface NamedValue {
  kind: 'number' | 'place' | 'product' | 'day';
  from: number;
  to: number;
}

/** Takes back what was just said: "no sorry", "I mean", "不对". */
const takesBack =
  /(?:[,.!?;—–-] ?|\s|^)(?:(?:oh |er |um |ah |uh )?(?:no|nope|sorry|wait|hang on|hold on|actually|i mean|i meant|make that|scratch that|correction|or rather|rather|my mistake|oops)\b|不对|不是|错了|说错了?|哦不|应该是|我是说)(?:[ ,.!?—–-]{1,2}(?:no|not that|sorry|wait|actually|i mean|i meant|it's|it is|that's|that is|make it|make that|should be|the|my|our|to|for|at|order|number|rather|是|我是说|应该是|应该|我的|到|送到)(?=[ ,.]|\p{Script=Han}|\d|$)|是|我是说|应该是|应该){0,5}[ ,.:]{0,2}/giu;

/** "not the wardrobe, the desk", "不是衣柜，是书桌": the value behind it gives way to the next. */
const notThat = /(?:\bnot (?:to |for |at |the |my |our |order |number |number ){0,3}|不是|不要)$/iu;

/** Further behind the word that takes back, a value is no correction: "no, they're closed that week, my parents". */
const furthest = 40;

interface Range {
  from: number;
  to: number;
}

/**
 * What an utterance takes back of itself: the ranges to leave out so that the last value of each kind stands ("45912, no
 * sorry, 45192" keeps the second). Ranges are characters of `text`, which is a `plainText`; `values` are in order.
 */
export function takenBack(text: string, values: NamedValue[]): Range[] {
  const ranges: Range[] = [];
  for (const match of text.matchAll(takesBack)) {
    const { index } = match;
    const end = index + match[0].length;
    const next = values.find(({ from }) => from >= end && from - end <= furthest);
    const replaced = next && values.findLast(({ kind, to }) => kind === next.kind && to <= index + 1);
    if (!next || !replaced || next.kind !== replaced.kind || isSame(text, replaced, next)) continue;
    ranges.push({ from: replaced.from, to: replaced.to }, { from: index, to: next.from });
  }
  for (const [at, value] of values.entries()) {
    const lead = notThat.exec(text.slice(Math.max(0, value.from - 24), value.from));
    if (!lead) continue;
    const [before, next] = [values[at - 1], values[at + 1]];
    const from = value.from - lead[0].length;
    if (next?.kind === value.kind && next.from - value.to <= 24) {
      const earlier = values.slice(0, at).filter((each) => isSame(text, each, value));
      ranges.push(...earlier, { from, to: next.from });
    } else if (before?.kind === value.kind && from - before.to <= 3) ranges.push({ from, to: value.to });
  }
  return ranges;
}

const isSame = (text: string, one: Range, other: Range): boolean =>
  text.slice(one.from, one.to).toLowerCase() === text.slice(other.from, other.to).toLowerCase();

/** The text without those ranges (UTF-16 units, as the patterns count). */
export function withoutRanges(text: string, ranges: Range[]): string {
  if (ranges.length === 0) return text;
  const units = text.split('');
  for (const { from, to } of ranges) units.fill('', from, to);
  return units.join('').replace(/\s+/g, ' ').trim();
}
