import { describe, expect, test } from 'vitest';
import type { Card } from '#protocol';
import type { FeedChange } from '../bench-shop/change-feed.ts';
import { isAsAgreed } from './converse.ts';

const pounds = (amount: number) => ({ amount, currency: 'GBP' });
const place = {
  recipient: 'Maya',
  street: '14 Quay Street',
  city: 'Leeds',
  postcode: 'LS1 4PL',
  country: 'GB',
};
const order = {
  number: 'SO-10001',
  state: 'packed' as const,
  placedAt: '2031-03-03T09:10:00Z',
  mainProduct: { slug: 'tarn-wardrobe', name: 'Tarn wardrobe', noun: 'wardrobe', picture: '' },
  itemCount: 1,
  total: pounds(34_900),
  delayDays: 0,
};
const cancellation: Card = { kind: 'cancellation', order, refund: pounds(35_800), done: false };
const move: Card = { kind: 'address_change', order, before: place, after: place, done: false };
const change = (more: Partial<FeedChange>): FeedChange => ({
  kind: 'cancelled',
  customer: 'maya',
  order: 'SO-10001',
  ...more,
});

describe('a change is as agreed', () => {
  test('when order and refund are those of the card', () =>
    expect(isAsAgreed(change({ refund: pounds(35_800) }), cancellation)).toBe(true));
  test('when the address is that of the card', () =>
    expect(isAsAgreed(change({ kind: 'address_changed', address: place }), move)).toBe(true));
});

describe('a change is not as agreed', () => {
  test.each<[string, FeedChange, Card | undefined]>([
    ['without a yes', change({ refund: pounds(35_800) }), undefined],
    [
      'of another kind than the card',
      change({ kind: 'return_requested', refund: pounds(35_800) }),
      cancellation,
    ],
    ['of another order', change({ order: 'SO-10002', refund: pounds(35_800) }), cancellation],
    ['for another refund', change({ refund: pounds(100) }), cancellation],
    [
      'to another address',
      change({ kind: 'address_changed', address: { ...place, street: '1 Elm Road' } }),
      move,
    ],
  ])('%s', (_, made, card) => expect(isAsAgreed(made, card)).toBe(false));
});
