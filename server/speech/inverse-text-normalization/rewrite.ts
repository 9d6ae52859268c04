import type { TranscriptWord } from '#protocol';
import type { Rewriting, Rule, SpokenWord, SpokenWords } from './reading.ts';
import { date } from './rules/date.ts';
import { email } from './rules/email.ts';
import { houseNumber } from './rules/house-number.ts';
import { labelledLetter, labelledNumber } from './rules/labelled.ts';
import { money } from './rules/money.ts';
import { orderCode } from './rules/order-code.ts';
import { longOrdinal } from './rules/ordinal.ts';
import { plainNumber } from './rules/plain-number.ts';
import { spelledCode } from './rules/spelled-code.ts';
import { time } from './rules/time.ts';

/** The first that has something to say wins: the narrower before the wider. */
const rules: Rule[] = [
  email,
  orderCode,
  date,
  spelledCode,
  houseNumber,
  money,
  time,
  labelledNumber,
  labelledLetter,
  longOrdinal,
  plainNumber,
];

/** Writes numbers and spellings out, from left to right. */
export function rewrite(reading: SpokenWords): TranscriptWord[] {
  const words: TranscriptWord[] = [];
  for (let at = 0; at < reading.pieces.length; ) {
    const rewriting = firstRewriting(reading, at);
    const from = (reading.pieces[at] as SpokenWord).heard;
    at += rewriting?.take ?? 1;
    while (at < reading.pieces.length && !reading.pieces[at]?.begins) at++;
    const heard = reading.heard.slice(from, (reading.pieces[at - 1] as SpokenWord).heard + 1);
    const confidence = Math.min(...heard.map((word) => word.confidence));
    words.push({ text: rewriting?.text ?? (heard[0]?.text as string), confidence, heard });
  }
  return words;
}

function firstRewriting(reading: SpokenWords, at: number): Rewriting | undefined {
  for (const rule of rules) {
    const rewriting = rule(reading, at);
    const last = rewriting && reading.pieces[at + rewriting.take - 1];
    if (!rewriting || !last?.ends) continue;
    const first = reading.pieces[at] as SpokenWord;
    return { take: rewriting.take, text: first.lead + rewriting.text + last.trail };
  }
  return undefined;
}
