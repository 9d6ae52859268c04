import type { Day, Language, Moment, Money } from '#protocol';

const locales: Record<Language, string> = { en: 'en-GB', zh: 'zh-CN' };
const dayMs = 86_400_000;

/** Dates, money and names of countries as a language writes them. */
export interface Formats {
  money(money: Money): string;
  /** "tomorrow", or "Thu 26 Nov"; with the year where it is not this one. */
  day(day: Day): string;
  /** Day and time of a moment on the reader's clock. */
  moment(moment: Moment): string;
  time(moment: Moment): string;
  country(code: string): string;
  /** Millimetres as centimetres: "100 × 58 × 201 cm". */
  size(size: { width: number; depth: number; height: number }): string;
  /** Metres as centimetres: "201 cm". */
  length(metres: number): string;
  /** Grams as kilograms, or as grams where it is less than one. */
  weight(grams: number): string;
  list(items: string[]): string;
}

/** `now` is the time that "today" and "tomorrow" are counted from. */
export function createFormats(language: Language, now: () => Date = () => new Date()): Formats {
  const locale = locales[language];
  // Each is made when it is first needed: all of them at once take a slow phone a tenth of a second.
  const number = once(() => new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }));
  const nearby = once(() => new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }));
  const countries = once(() => new Intl.DisplayNames(locale, { type: 'region' }));
  const list = once(() => new Intl.ListFormat(locale, { type: 'conjunction' }));
  const time = once(() => new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit' }));
  const weekday = { weekday: 'short', day: 'numeric', month: 'short' } as const;

  return {
    money: ({ amount, currency }) => {
      const { maximumFractionDigits } = new Intl.NumberFormat(locale, {
        style: 'currency',
        currency,
      }).resolvedOptions();
      const unit = 10 ** (maximumFractionDigits ?? 2);
      return new Intl.NumberFormat(locale, {
        style: 'currency',
        currency,
        ...(amount % unit === 0 ? { minimumFractionDigits: 0 } : {}),
      }).format(amount / unit);
    },
    day: (day) => {
      const today = now();
      const here = Date.UTC(today.getFullYear(), today.getMonth(), today.getDate());
      const then = Date.parse(`${day}T00:00:00Z`);
      const away = Math.round((then - here) / dayMs);
      if (Math.abs(away) <= 1) return nearby().format(away, 'day');
      const sameYear = new Date(then).getUTCFullYear() === today.getFullYear();
      const options = sameYear ? weekday : ({ ...weekday, year: 'numeric' } as const);
      return new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }).format(then);
    },
    moment: (moment) =>
      new Intl.DateTimeFormat(locale, { ...weekday, hour: '2-digit', minute: '2-digit' }).format(
        new Date(moment),
      ),
    time: (moment) => time().format(new Date(moment)),
    country: (code) => countries().of(code) ?? code,
    size: ({ width, depth, height }) =>
      `${[width, depth, height].map((side) => number().format(side / 10)).join(' × ')} cm`,
    length: (metres) => `${number().format(metres * 100)} cm`,
    weight: (grams) => (grams < 1000 ? `${number().format(grams)} g` : `${number().format(grams / 1000)} kg`),
    list: (items) => list().format(items),
  };
}

function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
