import type { Address, Day, Language, Money } from '#protocol';
import { smallNumbers } from '../../small-numbers.ts';
import { inChinese } from '../slots/chinese-nouns.ts';
import { sayDay, sayWhen } from './calendar.ts';

export interface Speaking {
  language: Language;
  /** For the ear instead of the eye: numbers digit by digit. */
  aloud: boolean;
  today: Day;
}

const digitWords: Record<Language, readonly string[]> = {
  en: smallNumbers,
  zh: ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'],
};

const digitByDigit = (digits: string, { language }: Speaking) =>
  [...digits].map((digit) => digitWords[language][Number(digit)] ?? digit).join(language === 'en' ? ' ' : '');

const order = (number: string, speaking: Speaking) => {
  if (!speaking.aloud) return number;
  return digitByDigit(number.toUpperCase().replace(/[^\p{L}\p{N}]/gu, ''), speaking);
};

const digits = (given: string, speaking: Speaking) =>
  speaking.aloud || !/^[\dA-Z]{5,}$/.test(given) ? digitByDigit(given, speaking) : given;

const money = ({ amount, currency }: Money, { language }: Speaking) =>
  new Intl.NumberFormat(language === 'en' ? 'en-GB' : 'zh-CN', {
    style: 'currency',
    currency,
    ...(amount % 100 === 0 && { maximumFractionDigits: 0 }),
  }).format(amount / 100);

const address = ({ street, city, postcode, label }: Address, { language, aloud }: Speaking) => {
  const where = /\p{Script=Han}/u.test(street) ? `${city}${street}` : `${street}, ${city}`;
  const place = aloud ? where : `${where} ${postcode}`;
  if (!label) return place;
  return language === 'en'
    ? `your ${label.toLowerCase()}, ${place}`
    : `${chineseLabels[label.toLowerCase()] ?? label}（${place}）`;
};

/** What people call their saved addresses. */
const chineseLabels: Record<string, string> = { home: '家', office: '公司', work: '公司', parents: '父母家' };

const when = (value: Day, { language, today }: Speaking) => sayWhen(value, today, language);
const day = (value: Day, { language, today }: Speaking) => sayDay(value, today, language);
const text = (value: string) => value;
const noun = (value: string, { language }: Speaking) => (language === 'zh' ? inChinese(value) : value);
const count = (value: number) => value;

/** Every placeholder a template may use, by the way its value is said. */
export const placeholders = {
  order,
  other: order,
  digits,
  due: when,
  since: when,
  until: day,
  deadline: day,
  price: money,
  refund: money,
  total: money,
  address,
  before: address,
  product: noun,
  otherProduct: noun,
  name: text,
  place: text,
  carrier: text,
  email: text,
  label: text,
  number: text,
  fact: text,
  words: text,
  size: text,
  topic: text,
  otherTopic: text,
  part: text,
  street: text,
  list: text,
  days: count,
  count,
  coming: count,
  minutes: count,
  position: count,
  step: count,
} as const;

export type PlaceholderName = keyof typeof placeholders;
/** What a line may be given: each placeholder's value in the form its speaker takes. */
export type Values = { [Name in PlaceholderName]?: Parameters<(typeof placeholders)[Name]>[0] };

export function wordValues(values: Values, speaking: Speaking): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => {
      const say = placeholders[name as PlaceholderName] as (
        value: never,
        speaking: Speaking,
      ) => string | number;
      return [name, say(value as never, speaking)];
    }),
  );
}
