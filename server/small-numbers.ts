/** Numbers as people say them rather than write them, by their value. */
export const smallNumbers: readonly string[] = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
];

/** "four" is 4; undefined for what is not a number from one to twelve in English. */
export function smallNumber(word: string): number | undefined {
  const value = smallNumbers.indexOf(word.toLowerCase());
  return value > 0 ? value : undefined;
}

const chineseDigits = '零一二三四五六七八九';
const digitOf = (character: string) =>
  character === '两' ? 2 : character === '〇' ? 0 : chineseDigits.indexOf(character);

/** 三百二十 → 320, 一百五 → 150, 一千二 → 1200; undefined where it is no number. */
export function chineseNumber(text: string): number | undefined {
  if (!/^[零〇一二两三四五六七八九十百千万]{1,9}$/u.test(text)) return undefined;
  let total = 0;
  let digit = 0;
  let last = 1;
  for (const character of text) {
    const unit = { 十: 10, 百: 100, 千: 1000, 万: 10_000 }[character];
    if (unit === undefined) {
      digit = digitOf(character);
      if (digit === 0) last = 10;
      continue;
    }
    total += (digit || 1) * unit;
    digit = 0;
    last = unit;
  }
  return total + digit * (last > 10 ? last / 10 : 1);
}

/** How many a word says: in English up to twelve, in Chinese, or in digits; NaN where it says none. */
export const countOf = (word: string): number => smallNumber(word) ?? chineseNumber(word) ?? Number(word);
