import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { demoShopper } from '../demo/index.ts';
import { openShop, type Shop, talk } from './testing/converse.ts';
import { createUnderstander } from './understanding/index.ts';

describe('the erasure of a shopper', () => {
  let shop: Shop;
  beforeAll(async () => {
    shop = await openShop(await createUnderstander());
  });
  beforeEach(() => {
    shop.erased.length = 0;
  });
  afterAll(() => shop.close());

  it('begins after their explicit yes, and once', async () => {
    const shopper = await talk(shop);
    const question = await shopper.type('delete all my data please');
    expect(question.expecting).toBe('confirmation');
    expect(shop.erased).toEqual([]);
    await shopper.type('yes', 'agreed');
    await shopper.type('yes', 'agreed');
    expect(shop.erased).toEqual([demoShopper]);
  });

  it('does not begin where they say no, or something else', async () => {
    const shopper = await talk(shop);
    for (const answer of ['no, leave it', 'yes but keep my orders', 'where is my desk']) {
      await shopper.type('delete all my data please');
      await shopper.type(answer);
    }
    expect(shop.erased).toEqual([]);
  });
});
