import { numberShape } from '../../../order-numbers/index.ts';
import { dictated, digitRun } from '../numbers/digit-run.ts';
import { type Rewriting, type SpokenWords, wordAt } from '../reading.ts';
import { orderDigits } from './order-digits.ts';
import { element } from './spelling.ts';

const dashes = new Set(['dash', 'hyphen', 'minus', '-', 'slash', 'nash', 'bash', 'tosh', 'das']);

/** How numbers begin where nobody has said how the shop's do. */
const usualBeginning = 'SO-';

/**
 * "S O dash four five one nine two", "so-45192", "sierra oscar 45 192": an order number with what the shop's begin with,
 * SO-45192. What that is is learned from the caller's own orders.
 */
export function orderCode(reading: SpokenWords, at: number): Rewriting | undefined {
  const { orderNumbers } = reading.hints;
  const { written, letters } = numberShape(orderNumbers);
  if (letters.size > 0) return undefined;
  const beginning = orderNumbers.length > 0 ? written : usualBeginning;
  return beginning === usualBeginning ? usualCode(reading, at) : codeWith(reading, at, beginning);
}

/** A number that begins with other letters and marks than the usual: "W 2378156", "hash one zero zero one", "ORD 12345". */
function codeWith(reading: SpokenWords, at: number, beginning: string): Rewriting | undefined {
  const letters = beginning.replace(/[^\p{L}]/gu, '').toUpperCase();
  let begin = at;
  let said = '';
  if (wordAt(reading, begin).toUpperCase() === letters && letters !== '') {
    said = letters;
    begin += 1;
  }
  while (said.length < letters.length) {
    const next = element(reading, begin);
    if (!next || next.kind === 'digit' || !letters.startsWith(said + next.text)) return undefined;
    said += next.text;
    begin += next.take;
  }
  const marked = beginning.startsWith('#') && wordAt(reading, begin) === 'hash';
  if (letters === '' && !marked) return undefined;
  while (dashes.has(wordAt(reading, begin)) || wordAt(reading, begin) === 'hash') begin++;
  const run = exactly(reading, digitRun(reading, begin, { code: true }));
  return run && { take: begin - at + run.take, text: `${beginning}${run.digits}` };
}

function usualCode(reading: SpokenWords, at: number): Rewriting | undefined {
  const written = /^s\.?[o0]\.?[-‐–—\s]?(\d{5})$/.exec(wordAt(reading, at))?.[1];
  if (written) return { take: 1, text: `SO-${written}` };
  const prefix = prefixLength(reading, at);
  if (prefix === 0) return undefined;
  let begin = at + prefix;
  while (dashes.has(wordAt(reading, begin))) begin++;
  const dashed = begin > at + prefix;
  const run =
    exactly(reading, digitRun(reading, begin, { code: true })) ??
    exactly(reading, digitRun(reading, begin, { code: true, alike: 'usual' }));
  if (run) return { take: begin - at + run.take, text: `SO-${run.digits}` };
  const partial = digitRun(reading, begin, { code: true });
  const sure = dashed || (wordAt(reading, at) !== 'so' && dictated(reading, at));
  if (!partial || !sure || partial.digits.length < 2 || partial.digits.length > orderDigits(reading))
    return undefined;
  return { take: begin - at + partial.take, text: `SO-${partial.digits}` };
}

/** The run cut to its first groups that make a whole number. */
function exactly(
  reading: SpokenWords,
  run: ReturnType<typeof digitRun>,
): { take: number; digits: string } | undefined {
  let digits = '';
  for (const [index, group] of (run?.groups ?? []).entries()) {
    digits += group.digits;
    if (digits.length === orderDigits(reading)) return { take: run?.ends[index] as number, digits };
  }
  return undefined;
}

const merged = /^(?:so|s\.o|eso|esso|esoh|soh|sasso|so-?dash|eso-?dash)$/;

/** Pieces that say "S O". */
function prefixLength(reading: SpokenWords, at: number): number {
  if (merged.test(wordAt(reading, at))) return 1;
  const s = element(reading, at);
  const first = s?.text === 'S' ? s.take : /^(?:as|ass|s's)$/.test(wordAt(reading, at)) ? 1 : 0;
  if (first === 0) return 0;
  const next = wordAt(reading, at + first);
  if (/^(?:oh|o|zero|0|so|owe)$/.test(next)) {
    const explained = element(reading, at + first);
    return first + (explained?.kind === 'explained' ? explained.take : 1);
  }
  const o = element(reading, at + first);
  return o?.text === 'O' ? first + o.take : 0;
}
