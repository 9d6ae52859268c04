import { smallNumber } from '../../small-numbers.ts';

const ordinals = [
  'first',
  'second',
  'third',
  'fourth',
  'fifth',
  'sixth',
  'seventh',
  'eighth',
  'ninth',
  'tenth',
];

const numberOf = (word: string): number | undefined => {
  if (/^\d{1,3}$/.test(word)) return Number(word);
  const ordinal = ordinals.indexOf(word) + 1;
  return ordinal || smallNumber(word);
};

/** "step 4", "the third step", "第四步". */
export function findStep(text: string): number | undefined {
  const plain = text.toLowerCase();
  const word =
    /\bstep (?:number )?(\w+)/.exec(plain)?.[1] ??
    /\b(\w+) step\b/.exec(plain)?.[1] ??
    /第(\d+)步/.exec(plain)?.[1];
  return word === undefined ? undefined : numberOf(word.replace(/(?<=\d)(?:st|nd|rd|th)$/, ''));
}

const shortWords = /^(?:of|is|in|on|to|at|it|my|no|as|or|by|so|we|up|do)$/i;

/** "part B", "piece C", "panel AA". */
export function findPart(text: string): string | undefined {
  const letter =
    /\b(?:part|piece|panel|letter)\s+([A-Z]{1,2})\b/i.exec(text)?.[1] ??
    /([A-Z])号?(?:板|件|部件)/.exec(text)?.[1];
  return letter && !shortWords.test(letter) ? letter.toUpperCase() : undefined;
}

/** "two of them", "3 chairs": 1-99. */
export function findQuantity(text: string): number | undefined {
  const match =
    /\b(\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b(?! (?:street|road|days?|cm|mm|inch))/i.exec(
      text,
    );
  return match?.[1] ? numberOf(match[1].toLowerCase()) : undefined;
}

/** "the first one", "number two", "option 2": which of the choices, counted from 0. */
export function findChoice(text: string): number | undefined {
  const plain = text
    .toLowerCase()
    .replace(/[^a-z0-9第一二三个\s]/g, '')
    .trim();
  const match =
    /^(?:the )?(first|second|third|fourth|last)(?: one| option| choice)?(?: please)?$/.exec(plain)?.[1] ??
    /^(?:option|choice|number) (\w+)$/.exec(plain)?.[1];
  if (match === 'last') return -1;
  if (match) return (numberOf(match) ?? 0) - 1;
  const chinese = /^第([一二三])个$/.exec(plain)?.[1];
  return chinese ? '一二三'.indexOf(chinese) : undefined;
}

/** A length in a question: "will it fit in 80 cm". Millimetres. */
export function findLength(text: string): number | undefined {
  const match =
    /(\d+(?:\.\d+)?)\s*(mm|millimet\w*|cm|centimet\w*|m|met(?:re|er)s?|inch(?:es)?|in|ft|foot|feet|厘米|米|毫米)(?![a-z])/iu.exec(
      text,
    );
  if (!match?.[1] || !match[2]) return undefined;
  const unit = match[2].toLowerCase();
  const size = Number(match[1]);
  if (unit.startsWith('mm') || unit.startsWith('milli') || unit === '毫米') return size;
  if (unit.startsWith('cm') || unit.startsWith('centi') || unit === '厘米') return size * 10;
  if (unit.startsWith('in')) return size * 25.4;
  if (unit.startsWith('f')) return size * 304.8;
  return size * 1000;
}
