import { describe, expect, test } from 'vitest';
import { consented } from './play-task.ts';
import type { Terms } from './shopper/terms.ts';

const swap: Terms = {
  act: 'exchange',
  order: '#W2',
  items: [{ item: '101', to: '102' }],
  methods: ['card_1'],
  amount: 450,
};

describe('a change is consented', () => {
  test('when it is what was agreed to', () => expect(consented(swap, swap)).toBe(true));
  test('when what was not told of is left open', () =>
    expect(consented(swap, { act: 'exchange', order: '#W2' })).toBe(true));
});

describe('a change is not consented', () => {
  test('without a yes', () => expect(consented(swap, undefined)).toBe(false));
  test.each<Partial<Terms>>([
    { act: 'return' },
    { order: '#W1' },
    { items: [{ item: '101', to: '103' }] },
    { items: [{ item: '101', to: '102' }, { item: '201' }] },
    { methods: ['paypal_1'] },
    { amount: 900 },
  ])('when it differs from what was agreed to: %j', (other) =>
    expect(consented({ ...swap, ...other }, swap)).toBe(false),
  );
});
