import { describe, expect, it } from 'vitest';
import type { IdentifiedLine } from '../../orders/contract.ts';
import { piecesGoing, someOfThem } from './some-of-them.ts';

const line = (id: string, name: string, noun: string, quantity: number): IdentifiedLine => ({
  id,
  product: { slug: id, name, noun, picture: '' },
  quantity,
  price: { amount: 100, currency: 'GBP' },
});
const wardrobe = line('wardrobe', 'Tarn wardrobe', 'wardrobe', 1);
const tables = line('tables', 'Ember bedside table', 'bedside table', 2);
const chairs = line('chairs', 'Wren dining chair', 'dining chair', 4);

describe('what is to go of an order, and what is to stay', () => {
  it.each([
    ['cancel the bedside tables, the wardrobe still comes', 'tables', 'wardrobe'],
    ['keep the wardrobe but drop the bedside tables', 'tables', 'wardrobe'],
    ["I don't need the bedside tables any more, leave the wardrobe as it is", 'tables', 'wardrobe'],
    ['cancel everything except the wardrobe', 'tables', 'wardrobe'],
    ['keep the bedside tables but cancel the wardrobe itself', 'wardrobe', 'tables'],
    ["cancel the bedside tables but don't cancel the wardrobe", 'tables', 'wardrobe'],
    ['床头柜不要了，衣柜照送', 'tables', 'wardrobe'],
    ['衣柜要，床头柜不要了', 'tables', 'wardrobe'],
    ['床头柜取消，衣柜保留', 'tables', 'wardrobe'],
    ['除了衣柜都不要了', 'tables', 'wardrobe'],
  ])('"%s": %s goes, %s stays', (text, going, staying) => {
    const some = someOfThem(text, [wardrobe, tables]);
    expect([some.going.map(({ id }) => id), some.staying.map(({ id }) => id)]).toEqual([[going], [staying]]);
  });
});

describe('how many pieces are to go', () => {
  it.each([
    ['I only need three of the dining chairs', 1],
    ['one is enough, not four', 3],
    ['two chairs will do', 2],
    ['take one of the chairs off', 1],
    ['make it two chairs instead of four', 2],
    ['椅子只要一把，其他的取消', 3],
    ['椅子两把就够了', 2],
    ['取消一把椅子', 1],
    ['另一把不要了', 1],
    ['cancel the chairs', undefined],
  ])('"%s": %s', (text, quantity) => {
    expect(piecesGoing(text, chairs)).toEqual(quantity ? { line: 'chairs', quantity } : { line: 'chairs' });
  });

  it('are none where as many as were ordered are wanted', () => {
    expect(piecesGoing('I only need four chairs', chairs)).toBeUndefined();
  });
});
