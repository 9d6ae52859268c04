/** Written forms that the voice reads wrongly, and how people say them. Applied in order. */
const spoken: [RegExp, (...groups: string[]) => string][] = [
  [
    /(?<![\p{L}\p{N}])([A-Z]{1,4})[-‐-–]([A-Z0-9]{1,12}(?:[-‐-–][A-Z0-9]{1,12}){0,2})(?![\p{L}\p{N}])/gu,
    (all, letters = '', code = '') => (/\d/.test(code) ? apart(letters + code.replace(/[-‐-–]/g, '')) : all),
  ],
  [/(?<![\p{L}\p{N}])[A-Z]{1,3}\d{4,12}(?![\p{L}\p{N}])/gu, (code) => apart(code)],
  [/[-–—]{1,2}(?=\s|$)|(?<=\s)[–—]|[–—]/g, () => ', '],
  [/([$€£])\s?([\d,]*\d)(?:\.(\d\d))?\b/g, (_all, sign = '', whole = '', cents) => money(sign, whole, cents)],
  [/\b(\d{4})-(\d\d)-(\d\d)\b/g, (all, _year, month, day) => date(Number(month), Number(day)) ?? all],
  [/(\d)\s?[x×]\s?(?=\d)/g, (_all, digit = '') => `${digit} by `],
  [/(\d)\s?(mm|cm|kg|km|m|g)\b/g, (_all, digit = '', unit = '') => `${digit} ${units[unit]}`],
  [/(\d)\s?%/g, (_all, digit = '') => `${digit} percent`],
  [/\b(\d+)([A-Z])\b/g, (_all, digits = '', letter = '') => `${digits} ${letter}`],
  [/\b\d{5,}\b/g, (digits) => apart(digits)],
  [/&/g, () => ' and '],
  [/[*_#`~<>|\\^"“”[\]{}]/g, () => ' '],
  [/\p{Cc}+/gu, () => ' '],
  [/\s+([,.!?;:])/g, (_all, mark = '') => mark],
  [/\s+/g, () => ' '],
];

const units: Record<string, string> = {
  mm: 'millimetres',
  cm: 'centimetres',
  m: 'metres',
  km: 'kilometres',
  g: 'grams',
  kg: 'kilograms',
};
const currencies: Record<string, [one: string, many: string]> = {
  $: ['dollar', 'dollars'],
  '€': ['euro', 'euros'],
  '£': ['pound', 'pounds'],
};

/** A sentence as the voice should read it: order numbers digit by digit, money, days and sizes in words. */
export const speakable = (sentence: string): string =>
  spoken.reduce((text, [written, say]) => text.replace(written, say), sentence).trim();

const apart = (digits: string) => [...digits].join(' ');

function money(sign: string, whole: string, cents: string | undefined): string {
  const [one, many] = currencies[sign] ?? ['', ''];
  const amount = whole.replaceAll(',', '');
  const name = amount === '1' ? one : many;
  return cents && cents !== '00' ? `${amount} ${name} ${Number(cents)}` : `${amount} ${name}`;
}

function date(month: number, day: number): string | undefined {
  if (month < 1 || month > 12 || day < 1 || day > 31) return undefined;
  const name = new Date(Date.UTC(2000, month - 1)).toLocaleString('en', { month: 'long', timeZone: 'UTC' });
  return `${name} ${day}`;
}
