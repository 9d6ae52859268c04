import { describe, expect, it } from 'vitest';
import { orderEventKinds } from '../../server/orders/event-kinds.ts';
import { createFormats, en, preferredLanguage, zh } from './index.ts';

/** Paths of all strings, "order.states.placed". */
function paths(value: unknown, at = ''): string[] {
  if (typeof value !== 'object' || value === null) return [at];
  return Object.entries(value).flatMap(([key, inner]) => paths(inner, `${at}.${key}`));
}

function texts(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(texts) : [];
}

describe('the languages', () => {
  it('hold the same strings', () => {
    expect(paths(zh).toSorted()).toEqual(paths(en).toSorted());
  });

  it('leave no string empty', () => {
    for (const text of [...texts(en), ...texts(zh)]) expect(text.trim()).not.toBe('');
  });

  it.each(orderEventKinds)('name the order event %s', (kind) => {
    expect(en.order.events[kind]).toBeDefined();
    expect(zh.order.events[kind]).toBeDefined();
  });

  it('are chosen by the first browser language that is spoken here', () => {
    expect(preferredLanguage(['fr-FR', 'zh-TW', 'en'])).toBe('zh');
    expect(preferredLanguage(['en-US', 'zh'])).toBe('en');
    expect(preferredLanguage(['fr'])).toBe('en');
  });
});

describe('formats', () => {
  const english = createFormats('en', () => new Date(2026, 10, 22, 19));
  const chinese = createFormats('zh', () => new Date(2026, 10, 22, 19));

  it('write whole sums without pence and others with them', () => {
    expect(english.money({ amount: 34_900, currency: 'GBP' })).toBe('£349');
    expect(english.money({ amount: 34_950, currency: 'GBP' })).toBe('£349.50');
    expect(english.money({ amount: 500, currency: 'JPY' })).toBe('JP¥500');
  });

  it('name near days and date the others', () => {
    expect(english.day('2026-11-23')).toBe('tomorrow');
    expect(english.day('2026-11-22')).toBe('today');
    expect(english.day('2026-11-26')).toBe('Thu 26 Nov');
    expect(english.day('2027-01-04')).toContain('2027');
    expect(chinese.day('2026-11-23')).toBe('明天');
  });

  it('write sizes in centimetres and weights in kilograms', () => {
    expect(english.size({ width: 1000, depth: 580, height: 2010 })).toBe('100 × 58 × 201 cm');
    expect(english.weight(78_500)).toBe('78.5 kg');
    expect(english.weight(260)).toBe('260 g');
  });

  it('name countries in the reader’s language', () => {
    expect(english.country('GB')).toBe('United Kingdom');
    expect(chinese.country('GB')).toBe('英国');
  });
});
