const digitWords = new Set(
  'zero oh o one two three four five six seven eight nine won to too for ate'.split(' '),
);
const unmistakable = new Set('zero one two three four five six seven eight nine'.split(' '));
const tens = new Set('ten twenty thirty forty fifty sixty seventy eighty ninety'.split(' '));
const multiples = new Map([
  ['double', 2],
  ['triple', 3],
  ['treble', 3],
]);

export interface TrailingDigits {
  /** Digits at the end of the words, however they were said. */
  digits: number;
  /** The word before them. */
  before: string | undefined;
  /** Ends in "double" or "triple": a digit must follow. */
  open: boolean;
}

/** How many digits the words end with: "order four five" and "order 45" both end with two. */
export function trailingDigits(words: readonly string[]): TrailingDigits {
  let digits = 0;
  let certain = false;
  let at = words.length - 1;
  for (; at >= 0; at--) {
    const word = words[at] as string;
    const multiple = multiples.get(word);
    if (/^[\d-]*\d[\d-]*$/.test(word)) digits += word.replaceAll('-', '').length;
    else if (tens.has(word) || digitWords.has(word)) digits += 1;
    else if (multiple && digits > 0) digits += multiple - 1;
    else break;
    certain ||= !digitWords.has(word) || unmistakable.has(word);
  }
  const last = words.at(-1);
  const open = last !== undefined && multiples.has(last);
  return { digits: certain ? digits : 0, before: words[certain ? at : words.length - 1], open };
}
