import type { Day, Language } from '#protocol';

const dayMs = 24 * 3600 * 1000;
const weekdays: Record<Language, string[]> = {
  en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
  zh: ['星期日', '星期一', '星期二', '星期三', '星期四', '星期五', '星期六'],
};
const months = 'January February March April May June July August September October November December'.split(
  ' ',
);
const near: Record<Language, Map<number, string>> = {
  en: new Map([
    [-1, 'yesterday'],
    [0, 'today'],
    [1, 'tomorrow'],
  ]),
  zh: new Map([
    [-1, '昨天'],
    [0, '今天'],
    [1, '明天'],
  ]),
};

const ordinal = (day: number) => {
  const rule = new Intl.PluralRules('en', { type: 'ordinal' }).select(day);
  const suffix = { one: 'st', two: 'nd', few: 'rd' }[rule as 'one' | 'two' | 'few'] ?? 'th';
  return `${day}${suffix}`;
};

/** "today", "on Tuesday the 24th", "on the 3rd of March": as people say when, from today's point of view. */
export const sayWhen = (day: Day, today: Day, language: Language): string => {
  const said = sayDay(day, today, language);
  return language === 'en' && /\d/.test(said) ? `on ${said}` : said;
};

/** "today", "Tuesday the 24th", "the 3rd of March". */
export function sayDay(day: Day, today: Day, language: Language): string {
  const date = new Date(`${day}T00:00:00Z`);
  const distance = Math.round((date.getTime() - Date.parse(`${today}T00:00:00Z`)) / dayMs);
  const close = near[language].get(distance);
  if (close) return close;
  const weekday = weekdays[language][date.getUTCDay()] as string;
  if (language === 'zh') return `${date.getUTCMonth() + 1}月${date.getUTCDate()}日${weekday}`;
  const nth = ordinal(date.getUTCDate());
  return Math.abs(distance) <= 10 ? `${weekday} the ${nth}` : `the ${nth} of ${months[date.getUTCMonth()]}`;
}
