import { describe, expect, it } from 'vitest';
import type { OrderBrief } from '#protocol';
import { orderConcerned } from './order-concerned.ts';

const order = (number: string, slug: string): OrderBrief => ({
  number,
  state: 'delivered',
  placedAt: '2031-03-03T09:00:00Z',
  mainProduct: { slug, name: slug, noun: slug, picture: '/x.svg' },
  itemCount: 1,
  total: { amount: 100, currency: 'GBP' },
  delayDays: 0,
});
const orders = [order('SO-00003', 'lamp'), order('SO-00002', 'desk'), order('SO-00001', 'desk')];

describe('the order that a conversation is about', () => {
  it.each([
    ['the one that was named', 'SO-00001', 'lamp', 'SO-00001'],
    ['else the newest that brought what they are building', undefined, 'desk', 'SO-00002'],
    ['else their newest', null, undefined, 'SO-00003'],
    ['their newest where what they build came with none', undefined, 'router', 'SO-00003'],
  ])('is %s', (_, named, built, expected) => {
    expect(orderConcerned(orders, named, built)?.number).toBe(expected);
  });

  it('is none where they have none', () => expect(orderConcerned([], 'SO-00001', 'desk')).toBeUndefined());
});
