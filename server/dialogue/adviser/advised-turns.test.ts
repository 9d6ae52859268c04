import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { demoShopper } from '../../demo/index.ts';
import { byTable } from '../testing/by-table.ts';
import { openShop, type Shop, talk } from '../testing/converse.ts';
import type { Advice, Question } from './contract.ts';

const asked: Question[] = [];
let advice: Advice[] | undefined;

describe('turns that an adviser reads', () => {
  let shop: Shop;
  beforeAll(async () => {
    shop = await openShop(byTable, 'pglite', undefined, {
      ask: async (question) => {
        asked.push(question);
        return advice;
      },
    });
  });
  afterAll(() => shop.close());
  beforeEach(() => {
    asked.length = 0;
    advice = undefined;
  });

  it('is not asked where the reading is sure', async () => {
    const shopper = await talk(shop);
    await shopper.type('where is my wardrobe');
    expect(asked).toEqual([]);
  });

  it('is asked where it is not, with what of the shopper is to be kept back', async () => {
    advice = [{ intent: 'track_order', words: 'whither went the wardrobe', asksHow: false }];
    const shopper = await talk(shop);
    const reply = await shopper.type('whither went the wardrobe');
    expect(asked.map(({ text }) => text)).toEqual(['whither went the wardrobe']);
    expect(asked[0]?.personal.length).toBeGreaterThan(2);
    expect([reply.intent, reply.card?.kind]).toEqual(['track_order', 'order']);
  });

  it('does without where there is no answer', async () => {
    const shopper = await talk(shop);
    const reply = await shopper.type('gone whither is that then');
    expect(asked).toHaveLength(1);
    expect(reply.intent).toBe('out_of_scope');
  });

  it('changes nothing by itself: a cancellation is put as a question', async () => {
    advice = [{ intent: 'cancel_order', words: 'be rid of the wardrobe', asksHow: false }];
    const shopper = await talk(shop);
    const before = await shop.orders.list(demoShopper);
    const reply = await shopper.type('be rid of the wardrobe for me');
    expect([reply.intent, reply.expecting]).toEqual(['cancel_order', 'confirmation']);
    expect(reply.card).toMatchObject({ kind: 'cancellation', done: false });
    expect(await shop.orders.list(demoShopper)).toEqual(before);
  });

  it('is not asked what an answer to a question that waits for a yes means', async () => {
    advice = [{ intent: 'cancel_order', words: 'be rid of the wardrobe', asksHow: false }];
    const shopper = await talk(shop);
    await shopper.type('be rid of the wardrobe for me');
    asked.length = 0;
    await shopper.type('well perhaps somewhat so');
    expect(asked).toEqual([]);
  });
});
