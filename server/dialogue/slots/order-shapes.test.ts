import { describe, expect, it } from 'vitest';
import type { OrderBrief } from '#protocol';
import { findOrder } from './order.ts';

const product = { slug: 'kettle', name: 'Electric kettle', noun: 'kettle', picture: '' };
const brief = (number: string): OrderBrief => ({
  number,
  state: 'placed',
  placedAt: '2031-03-01T10:00:00Z',
  mainProduct: product,
  itemCount: 1,
  total: { amount: 100, currency: 'EUR' },
  delayDays: 0,
});
const context = (numbers: string[], expected = false) => ({
  orders: numbers.map(brief),
  offered: [],
  expected,
  now: new Date('2031-03-03T10:00:00Z'),
});

describe('an order number of any shape', () => {
  const shops = {
    hash: ['#1001', '#1842'],
    letter: ['#W2378156', '#W7678072'],
    year: ['A-2024-00077', 'A-2023-00512'],
    mixed: ['ORD-9X4K2', 'ORD-7B1M8', 'ORD-X0K91'],
    digits: ['80014477', '80019921'],
    changed: ['SO-60231', 'SO-60232', 'A-2024-00917'],
  };

  it.each([
    ['hash', 'where is #1001', '#1001'],
    ['hash', 'where is order hash one zero zero one', '#1001'],
    ['hash', 'order eighteen forty two', '#1842'],
    ['letter', 'cancel #W2378156 please', '#W2378156'],
    ['letter', 'it is w two three seven eight one five six', '#W2378156'],
    ['letter', 'order number seven six seven eight zero seven two', '#W7678072'],
    ['letter', 'the order ending in eight zero seven two', '#W7678072'],
    ['year', 'A-2024-00077', 'A-2024-00077'],
    ['year', 'a twenty twenty four dash zero zero zero seven seven', 'A-2024-00077'],
    ['year', 'the order ending in five one two', 'A-2023-00512'],
    ['mixed', 'what about ORD-9X4K2', 'ORD-9X4K2'],
    ['mixed', 'ord 9x4k2', 'ORD-9X4K2'],
    ['mixed', 'nine x four k two', 'ORD-9X4K2'],
    ['mixed', 'seven bee one em eight', 'ORD-7B1M8'],
    ['mixed', 'seven b as in bravo one mike eight', 'ORD-7B1M8'],
    ['mixed', 'xray zero kilo nine one', 'ORD-X0K91'],
    ['changed', 'order A-2024-00917 please where is it', 'A-2024-00917'],
    ['changed', 'where is a2024 00917', 'A-2024-00917'],
    ['changed', '订单A-2024-00917到哪了', 'A-2024-00917'],
    ['changed', 'so-60231', 'SO-60231'],
    ['changed', 'order 60232', 'SO-60232'],
    ['changed', 'order two zero two four zero zero nine one seven', 'A-2024-00917'],
    ['changed', 'the order ending in nine one seven', 'A-2024-00917'],
    ['digits', '80014477', '80014477'],
    ['digits', 'eight double zero one four four seven seven', '80014477'],
  ] as const)('%s: "%s" is %s', (shop, text, number) => {
    expect(findOrder(text, undefined, context([...shops[shop]]))).toEqual({ kind: 'certain', number });
  });

  it('that fits none of the caller’s is owned up to, by the characters that were given', () => {
    expect(
      findOrder('order 5C3D1', undefined, context([...shops.mixed, 'ORD-5C3D9', 'ORD-1CDDD'])),
    ).toMatchObject({
      kind: 'doubtful',
      number: 'ORD-5C3D9',
      digits: '5C3D9',
    });
    expect(findOrder('order 99999999', undefined, context(shops.digits))).toEqual({
      kind: 'unknown',
      digits: '99999999',
    });
  });

  it('leaves everyday words alone', () => {
    for (const text of ['I see a kettle for you', 'are you okay', 'why me'])
      expect(findOrder(text, undefined, context(['ORD-9X4K2', 'ORD-C1R0Y'], true)).kind).not.toBe('unknown');
  });
});
