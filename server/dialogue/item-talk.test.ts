import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { delivered, fillVariantShop, saveOrder, shopOrder, shopper } from '../orders/testing/variant-shop.ts';
import { freshStore } from '../store/testing/fresh-store.ts';
import { type Shop, shopOver, talk } from './testing/converse.ts';
import { createUnderstander } from './understanding/index.ts';

let shop: Shop;
let customer: Awaited<ReturnType<typeof talk>>;

beforeAll(async () => {
  const store = await freshStore('pglite');
  await fillVariantShop(store.db, {
    cancelReasons: ['no longer needed', 'ordered by mistake'],
    returnTo: ['original', 'gift_card'],
  });
  shop = shopOver(store, await createUnderstander());
}, 60_000);
afterAll(() => shop.close());

let count = 0;
/** An order of one bottle and one kettle that is still to be packed, and one that is there. */
let open: string;
let arrived: string;

const [bottles, kettle] = shopOrder('').lines;
const lines = bottles && kettle ? [{ ...bottles, quantity: 1 }, kettle] : [];

beforeEach(async () => {
  count += 1;
  open = `SO-7${String(count).padStart(2, '0')}01`;
  arrived = `SO-7${String(count).padStart(2, '0')}62`;
  const payments = [{ amount: 21_066, method: 'card' }];
  await saveOrder(shop.store.db, shopOrder(open, { lines, payments }));
  await saveOrder(shop.store.db, shopOrder(arrived, { ...delivered, lines, payments }));
  customer = await talk(shop, { customer: shopper });
});

const linesOf = async (number: string) => (await shop.orders.get(shopper, number))?.lines ?? [];

describe('items of an order', () => {
  it('are exchanged for what was told in one breath, by the method that was told', async () => {
    const asked = await customer.type(
      `from order ${arrived} I want to exchange the bottle for a blue one, and use PayPal for any difference`,
    );
    expect(asked).toMatchObject({
      expecting: 'confirmation',
      card: {
        kind: 'item_changes',
        act: 'exchange',
        changes: [{ before: { sku: 'wb-red' }, after: { sku: 'wb-blue' } }],
        method: { id: 'paypal' },
        done: false,
      },
    });
    const done = await customer.press(asked, 'yes');
    expect(done.card).toMatchObject({ kind: 'item_changes', done: true });
    expect((await linesOf(arrived))[0]).toMatchObject({
      state: 'exchange_requested',
      replacement: { sku: 'wb-blue' },
    });
  });

  it('are changed to what is answered when a form is asked for', async () => {
    const asked = await customer.type(`I need to change the bottle in ${open}`);
    expect(asked.expecting).toBe('free_text');
    const confirm = await customer.type('the steel one, 1000 ml');
    expect(confirm.card).toMatchObject({ kind: 'item_changes', changes: [{ after: { sku: 'wb-steel' } }] });
  });

  it('are put anew where another is wanted instead', async () => {
    await customer.type(`in ${open}, please change the bottle to a blue one`);
    const confirm = await customer.type('no, a steel one');
    expect(confirm).toMatchObject({
      expecting: 'confirmation',
      card: { changes: [{ after: { sku: 'wb-steel' } }] },
    });
  });

  it('go back alone though the order is told by others, too', async () => {
    const asked = await customer.type(
      `I want to return the kettle from the order with the kettle and bottle, it's ${arrived}`,
    );
    expect(asked.card).toMatchObject({ kind: 'return', items: [{ sku: 'k-1' }] });
    expect(asked.card).toMatchObject({ method: { id: 'card' } });
  });

  it('go back but for those that are kept', async () => {
    const asked = await customer.type(`I want to return everything except the kettle from ${arrived}`);
    expect(asked.card).toMatchObject({ kind: 'return', items: [{ sku: 'wb-red', quantity: 1 }] });
  });
});

describe('who pays', () => {
  it('is asked for where a gift card does not cover the difference', async () => {
    await customer.type(`in ${open}, change the bottle to the steel one`);
    const asked = await customer.type('no, with the gift card');
    expect(asked.text).not.toMatch(/sorry/i);
    expect(asked.expecting).toMatch(/confirmation|choice/);
  });

  it('is told not to get a refund that cannot go there', async () => {
    const asked = await customer.type(`I want to return the kettle from ${arrived}, refund it to PayPal`);
    expect(asked.text).toMatch(/PayPal.*Visa/);
    expect(asked.card).toMatchObject({ kind: 'return', method: { id: 'card' } });
  });

  it('is the original method where that is named', async () => {
    const asked = await customer.type(`I want to return the kettle from ${arrived}, refund it to my Visa`);
    const done = await customer.press(asked, 'yes');
    expect(done.card).toMatchObject({ kind: 'return', method: { id: 'card' }, done: true });
  });

  it('is shown when an order is to be paid otherwise', async () => {
    const asked = await customer.type(`I want to pay for ${open} with PayPal instead`);
    expect(asked.card).toMatchObject({
      kind: 'payment_change',
      before: { id: 'card' },
      after: { id: 'paypal' },
      done: false,
    });
  });
});

describe('a cancellation', () => {
  it('is made for the reason that was put right', async () => {
    await customer.type(`I want to cancel order ${open}`);
    const asked = await customer.type('no, I ordered it by mistake');
    expect(asked.card).toMatchObject({ kind: 'cancellation', reason: 'ordered by mistake' });
    const done = await customer.press(asked, 'yes');
    expect(done.card).toMatchObject({ kind: 'cancellation', done: true });
  });
});
