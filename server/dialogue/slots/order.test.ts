import { describe, expect, it } from 'vitest';
import type { OrderBrief } from '#protocol';
import { findOrder, type OrderContext } from './order.ts';

const now = new Date('2031-03-03T09:00:00Z');
const order = (
  number: string,
  noun: string,
  name: string,
  placedAt: string,
  state: OrderBrief['state'],
): OrderBrief => ({
  number,
  state,
  placedAt,
  mainProduct: { slug: noun.replaceAll(' ', '-'), name, noun, picture: '' },
  itemCount: 1,
  total: { amount: 100, currency: 'GBP' },
  delayDays: 0,
});
const orders = [
  order('SO-45192', 'wardrobe', 'Tarn wardrobe', '2031-03-01T10:00:00Z', 'packed'),
  order('SO-45912', 'desk', 'Ashby desk', '2031-02-25T10:00:00Z', 'shipped'),
  order('SO-38207', 'office chair', 'Thistle office chair', '2031-01-10T10:00:00Z', 'delivered'),
  order('SO-38111', 'wall desk', 'Nib wall desk', '2030-11-10T10:00:00Z', 'delivered'),
];
const find = (text: string, context: Partial<OrderContext> = {}) =>
  findOrder(text, undefined, { orders, offered: [], expected: false, now, ...context });

describe('an order is meant by', () => {
  it.each([
    ['its number', 'where is 45192', 'SO-45192'],
    ['its number with its letters', 'SO-38207?', 'SO-38207'],
    ['its number, spoken', 'order three eight two oh seven', 'SO-38207'],
    ['its last digits', 'the one ending in nine two', 'SO-45192'],
    ['its product', "where's the wardrobe", 'SO-45192'],
    ['a part of the product’s name', 'the chair', 'SO-38207'],
    ['another word for it', 'my closet', 'SO-45192'],
    ['its product in Chinese', '我的衣柜到哪了', 'SO-45192'],
    ['being the last one', 'my last order', 'SO-45192'],
    ['when it was bought', 'the one from last week', 'SO-45912'],
  ])('%s: "%s"', (_by, text, number) => {
    expect(find(text)).toEqual({ kind: 'certain', number });
  });

  it('"it": the one spoken of last', () => {
    expect(find('send it to my office', { last: 'SO-45912' })).toEqual({
      kind: 'certain',
      number: 'SO-45912',
    });
    expect(find('send it to my office')).toEqual({ kind: 'none' });
  });

  it('"the other one": of those offered, the one not spoken of', () => {
    const offered = ['SO-45192', 'SO-45912'];
    expect(find('no, the other one', { last: 'SO-45192', offered })).toEqual({
      kind: 'certain',
      number: 'SO-45912',
    });
  });

  it.each([
    ['its place among those told of together', 'where is the second one', 'SO-45912'],
    ['being the last of them', 'and the last one', 'SO-38207'],
    ['its place in Chinese', '第三个到哪了', 'SO-38207'],
    ['having come before the one spoken of', 'and the one before that', 'SO-38207'],
  ])('%s: "%s"', (_by, text, number) => {
    const listed = ['SO-45192', 'SO-45912', 'SO-38207'];
    expect(find(text, { listed, last: 'SO-45912' })).toEqual({ kind: 'certain', number });
  });

  it('a place only where several were told of, and never by a date', () => {
    expect(find('where is the second one')).toEqual({ kind: 'none' });
    const listed = ['SO-45192', 'SO-45912'];
    expect(find('bring it on the first', { listed, last: 'SO-45912' })).toEqual({
      kind: 'certain',
      number: 'SO-45912',
    });
  });

  it('short digits only where a number was asked for', () => {
    expect(find('92', { expected: true })).toEqual({ kind: 'certain', number: 'SO-45192' });
    expect(find('I waited 92 minutes')).toEqual({ kind: 'none' });
  });
});

describe('a number that was begun the turn before', () => {
  it('goes on with what is said next', () => {
    expect(find('one nine two', { begun: '45', expected: true })).toEqual({
      kind: 'certain',
      number: 'SO-45192',
    });
    expect(find('two', { begun: '4519', expected: true })).toEqual({ kind: 'certain', number: 'SO-45192' });
  });

  it('is let go where the whole number is said', () => {
    expect(find('38207', { begun: '45', expected: true })).toEqual({ kind: 'certain', number: 'SO-38207' });
  });
});

describe('a part of a number', () => {
  it('offers only orders that have it', () => {
    expect(find('order 45')).toEqual({ kind: 'several', numbers: ['SO-45192', 'SO-45912'], heard: '45' });
    expect(find('order 47')).toEqual({ kind: 'unknown', digits: '47' });
  });

  it('from within the number is read back whole', () => {
    expect(find('order 820')).toEqual({ kind: 'doubtful', number: 'SO-38207', digits: '38207' });
  });
});

describe('what is not clear stays open', () => {
  it('two orders whose products are both called so', () => {
    const twice = [
      ...orders,
      order('SO-30000', 'wardrobe', 'Marlow sliding wardrobe', '2030-10-01T10:00:00Z', 'delivered'),
    ];
    expect(find('the wardrobe', { orders: twice })).toEqual({
      kind: 'several',
      numbers: ['SO-45192', 'SO-30000'],
    });
  });

  it('a number that is nobody’s or somebody else’s reads the same', () => {
    expect(find('order 71836')).toEqual({ kind: 'unknown', digits: '71836' });
  });

  it('sizes and times are no order numbers', () => {
    expect(find('will it fit in 110 cm', { expected: true })).toEqual({ kind: 'none' });
  });
});
