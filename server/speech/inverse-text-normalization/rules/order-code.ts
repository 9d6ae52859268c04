import { dictated, digitRun } from '../numbers/digit-run.ts';
import { type Rewriting, type SpokenWords, wordAt } from '../reading.ts';
import { orderDigits } from './order-digits.ts';
import { element } from './spelling.ts';

const dashes = new Set(['dash', 'hyphen', 'minus', '-', 'slash', 'nash', 'bash', 'tosh', 'das']);

/** "S O dash four five one nine two", "so-45192", "sierra oscar 45 192": one of this shop's order numbers, SO-45192. */
export function orderCode(reading: SpokenWords, at: number): Rewriting | undefined {
  const written = /^s\.?[o0]\.?[-‐–—\s]?(\d{5})$/.exec(wordAt(reading, at))?.[1];
  if (written) return { take: 1, text: `SO-${written}` };
  const prefix = prefixLength(reading, at);
  if (prefix === 0) return undefined;
  let begin = at + prefix;
  while (dashes.has(wordAt(reading, begin))) begin++;
  const dashed = begin > at + prefix;
  const run =
    exactly(digitRun(reading, begin, { code: true })) ??
    exactly(digitRun(reading, begin, { code: true, alike: 'usual' }));
  if (run) return { take: begin - at + run.take, text: `SO-${run.digits}` };
  const partial = digitRun(reading, begin, { code: true });
  const sure = dashed || (wordAt(reading, at) !== 'so' && dictated(reading, at));
  if (!partial || !sure || partial.digits.length < 2 || partial.digits.length > orderDigits) return undefined;
  return { take: begin - at + partial.take, text: `SO-${partial.digits}` };
}

/** The run cut to its first groups that make five digits. */
function exactly(run: ReturnType<typeof digitRun>): { take: number; digits: string } | undefined {
  let digits = '';
  for (const [index, group] of (run?.groups ?? []).entries()) {
    digits += group.digits;
    if (digits.length === orderDigits) return { take: run?.ends[index] as number, digits };
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
