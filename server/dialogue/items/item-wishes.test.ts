import { describe, expect, it } from 'vitest';
import type { Product } from '#protocol';
import type { IdentifiedLine } from '../../orders/contract.ts';
import { bottle, electricKettle } from '../../orders/testing/variant-shop.ts';
import { chooseVariant } from './choose-variant.ts';
import { readItemWishes } from './item-wishes.ts';

const pounds = (amount: number) => ({ amount, currency: 'GBP' });

const speaker: Product = {
  ...bottle,
  slug: 'speaker',
  name: 'Bluetooth speaker',
  noun: 'bluetooth speaker',
  variants: [
    {
      sku: 's-1',
      options: { color: 'blue', battery: '10 hours', 'water resistance': 'yes' },
      price: pounds(90),
    },
    {
      sku: 's-2',
      options: { color: 'red', battery: '10 hours', 'water resistance': 'yes' },
      price: pounds(110),
    },
    {
      sku: 's-3',
      options: { color: 'red', battery: '20 hours', 'water resistance': 'no' },
      price: pounds(80),
    },
    {
      sku: 's-4',
      options: { color: 'green', battery: '20 hours', 'water resistance': 'yes' },
      price: pounds(150),
      inStock: 0,
    },
  ],
};
const products = new Map([bottle, electricKettle, speaker].map((product) => [product.slug, product]));

const line = (id: string, product: Product, sku: string): IdentifiedLine => {
  const variant = product.variants?.find((each) => each.sku === sku);
  if (!variant) throw new Error(`There is no ${sku}.`);
  return { id, product, sku, options: variant.options, quantity: 1, price: variant.price };
};
const red = line('b', bottle, 'wb-red');
const blue = line('c', bottle, 'wb-blue');
const kettle = line('k', electricKettle, 'k-1');
const loud = line('s', speaker, 's-1');

/** Which line is to become which variant, as it is read from what was said. */
function swaps(said: string[], lines: IdentifiedLine[]): Record<string, string> {
  const { wishes } = readItemWishes(said, lines, products);
  return Object.fromEntries(
    wishes.map((wish) => {
      const product = products.get(wish.line.product.slug);
      const choice =
        product && wish.said.length > 0 ? chooseVariant(wish.said, product, wish.line.options) : undefined;
      return [wish.line.id, choice?.kind === 'one' ? choice.variant.sku : (choice?.kind ?? 'named')];
    }),
  );
}

describe('what is to be swapped for what', () => {
  it.each([
    [['the bottle for a steel one'], { b: 'wb-steel' }],
    [
      ['the bluetooth speaker for a red bluetooth speaker, and the bottle for a blue one'],
      { s: 's-2', b: 'wb-blue' },
    ],
    [['the bottle to blue, and the bluetooth speaker to red'], { b: 'wb-blue', s: 's-2' }],
    [['the bottle and the bluetooth speaker'], { b: 'named', s: 'named' }],
    [['I want the bottle in blue'], { b: 'wb-blue' }],
  ])('is read from one utterance: %j', (said, expected) => {
    expect(swaps(said, [red, kettle, loud])).toEqual(expected);
  });

  it.each([
    [['the bottle', 'the blue one'], { b: 'wb-blue' }],
    [['the bottle and the bluetooth speaker', 'blue', 'red'], { b: 'wb-blue', s: 's-2' }],
    [['the bottle for a steel one', 'no, a blue bottle'], { b: 'wb-blue' }],
    [['the bluetooth speaker for a red one', '20 hours'], { s: 's-3' }],
    [
      ['the bottle for a blue one', 'and also the bluetooth speaker for a red one'],
      { b: 'wb-blue', s: 's-2' },
    ],
    [
      ['the bottle to blue, and the bluetooth speaker to red', 'no, just the bottle to steel'],
      { b: 'wb-steel' },
    ],
    [['the bottle to blue, and the bluetooth speaker to red', 'leave the bottle as it is'], { s: 's-2' }],
  ])('goes on over several: %j', (said, expected) => {
    expect(swaps(said, [red, kettle, loud])).toEqual(expected);
  });

  it('tells two of a kind apart by their options', () => {
    expect(swaps(['the red bottle for a steel one'], [red, blue])).toEqual({ b: 'wb-steel' });
    expect(swaps(['the red bottle for a steel one, and the blue bottle for a red one'], [red, blue])).toEqual(
      {
        b: 'wb-steel',
        c: 'wb-red',
      },
    );
  });

  it('asks where one of two may be meant, and takes the answer', () => {
    expect(readItemWishes(['the bottle for a steel one'], [red, blue], products).unclear).toEqual([
      red,
      blue,
    ]);
  });

  it('takes one of two pieces that are the same', () => {
    const twin = { ...red, id: 'b2' };
    expect(swaps(['the bottle for a blue one'], [red, twin])).toEqual({ b: 'wb-blue' });
    expect(swaps(['both bottles for blue ones'], [red, twin])).toEqual({ b: 'wb-blue', b2: 'wb-blue' });
  });
});

describe('the variant that is chosen', () => {
  const choose = (said: string[], now = loud.options) => {
    const choice = chooseVariant(said, speaker, now);
    return choice.kind === 'one' ? choice.variant.sku : choice.kind;
  };

  it.each([
    ['the cheapest there is', 's-3'],
    ['as cheap as possible', 's-3'],
    ['the most expensive one', 's-2'],
    ['the best one money can buy', 's-2'],
    ['the one with the longest battery', 's-3'],
    ['red, not water resistant', 's-3'],
    ['red with water resistance', 's-2'],
    ['a green one, and if that is sold out, then red', 's-2'],
    ['a green one, otherwise red', 's-2'],
    ['anything, I don’t mind', 's-2'],
    ['red, 20 hours, no water resistance', 's-3'],
    ['green', 'none'],
  ])('for "%s" is %s', (words, sku) => {
    expect(choose([words])).toBe(sku);
  });

  it('follows the last words alone where all that was said cannot be had together', () => {
    expect(choose(['10 hours, red', '20 hours'])).toBe('s-3');
  });
});
