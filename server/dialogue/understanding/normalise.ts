/** Longest text read, in words. What a person asks for is said well before this; the rest cannot slow a turn down. */
const maxWords = 160;

const numberWords = new Set(
  'zero two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen twenty'.split(
    ' ',
  ),
);

/** A number: its value says nothing about intent, its length does (a step or quantity against an order number). */
const short = '0';
const long = '000';

function standIn(word: string): string {
  if (numberWords.has(word)) return short;
  if (/^\d+$/.test(word)) return word.length <= 2 ? short : long;
  if (word.length >= 5 && /\d/.test(word)) return long;
  return word.replace(/\d+/g, short);
}

/**
 * Words as the models see them: lower case, no punctuation or apostrophes ("where's" and "wheres" are one),
 * digits replaced by stand-ins, letters held down ("sooooo") cut to two. Chinese runs stay one word here.
 */
export function wordsOf(text: string): string[] {
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/['’‘`´]/g, '')
    .replace(/(\p{L})\1{2,}/gu, '$1$1');
  const words = plain.match(/\p{Script=Han}+|[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return words
    .slice(0, maxWords)
    .flatMap((word) => word.split(/(\p{Script=Han}+)/u).filter(Boolean))
    .map(standIn);
}

/** How something was written beyond its words: what typed anger and joy look like. */
export function styleOf(text: string): string[] {
  const marks: string[] = [];
  const exclamations = text.match(/[!！]/g)?.length ?? 0;
  if (exclamations > 0) marks.push('!');
  if (exclamations > 2) marks.push('!!!');
  if (/[?？]\s*[!！?？]/.test(text)) marks.push('?!');
  if (/\.\.\.|…/.test(text)) marks.push('...');
  if (/(\p{L})\1{2,}/u.test(text)) marks.push('held');
  const shouted = text.match(/\b[A-Z]{3,}\b/g)?.length ?? 0;
  if (shouted > 0) marks.push('shout');
  if (shouted > 2 && text === text.toUpperCase()) marks.push('all shouted');
  marks.push(...(text.match(/\p{Extended_Pictographic}/gu) ?? []), ...(text.match(/[:;]-?[()DP/]/g) ?? []));
  return marks;
}
