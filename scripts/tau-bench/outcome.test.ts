import { describe, expect, test } from 'vitest';
import { differences, expectedOutcome } from './outcome.ts';
import { littleShop } from './testing.ts';

const outcomeOf = (name: string, kwargs: Record<string, unknown>) =>
  expectedOutcome(littleShop, 'ann', [{ name, kwargs }]);
const untouched = expectedOutcome(littleShop, 'ann', []);

describe('what must stand after a task', () => {
  test('is the data as it was loaded where the task changes nothing; look-ups do not count', () => {
    expect(differences(untouched, outcomeOf('get_order_details', { order_id: '#W1' }))).toEqual([]);
  });

  test('a cancelled order has its reason and is paid back', () => {
    const order = outcomeOf('cancel_pending_order', {
      order_id: '#W1',
      reason: 'no longer needed',
    }).orders.get('#W1');
    expect(order).toMatchObject({ cancelled: 'no longer needed', money: new Map([['card_1', -12_100]]) });
  });

  test('what is exchanged costs the difference to what was paid for it', () => {
    const order = outcomeOf('exchange_delivered_order_items', {
      order_id: '#W2',
      item_ids: ['101'],
      new_item_ids: ['102'],
      payment_method_id: 'paypal_1',
    }).orders.get('#W2');
    expect(order).toMatchObject({ items: ['101 for 102', '201'], money: new Map([['paypal_1', 450]]) });
  });

  test('an item changed for itself is no change', () => {
    const same = { order_id: '#W1', item_ids: ['101'], new_item_ids: ['101'], payment_method_id: 'card_1' };
    expect(differences(untouched, outcomeOf('modify_pending_order_items', same))).toEqual([]);
  });

  test('a gift card pays no more than it holds', () => {
    const blue = { order_id: '#W1', item_ids: ['101'], new_item_ids: ['102'], payment_method_id: 'gift_1' };
    expect(differences(untouched, outcomeOf('modify_pending_order_items', blue))).toEqual([]);
    const all = { order_id: '#W1', payment_method_id: 'gift_1' };
    expect(differences(untouched, outcomeOf('modify_pending_order_payment', all))).toEqual([]);
  });

  test('another way of paying pays the old one back', () => {
    const order = outcomeOf('modify_pending_order_payment', {
      order_id: '#W1',
      payment_method_id: 'paypal_1',
    }).orders.get('#W1');
    expect(order?.money).toEqual(
      new Map([
        ['card_1', -12_100],
        ['paypal_1', 12_100],
      ]),
    );
  });
});

test('outcomes differ by what stands in them', () => {
  const back = outcomeOf('return_delivered_order_items', {
    order_id: '#W2',
    item_ids: ['201'],
    payment_method_id: 'card_1',
  });
  expect(differences(back, untouched)).toEqual([
    '#W2 items: 101, 201, should be 101, 201 goes back',
    '#W2 money: , should be card_1 -10000',
  ]);
});
