import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoShopper } from '../demo/index.ts';
import { byTable } from './testing/by-table.ts';
import { openShop, type Shop, talk } from './testing/converse.ts';

const wardrobe = 'SO-45192';
const desk = 'SO-45912';

describe('the core: find an order, change where it goes', () => {
  let shop: Shop;
  beforeAll(async () => {
    shop = await openShop(byTable);
  });
  afterAll(() => shop.close());
  const order = (number: string) => shop.orders.get(demoShopper, number);

  it('says where an order is, in words and figures', async () => {
    const shopper = await talk(shop);
    const reply = await shopper.type("where's my order 45192?");
    expect(reply.text).toMatch(/wardrobe.*packed/i);
    expect(reply.card).toMatchObject({ kind: 'order', order: { number: wardrobe } });
    expect(reply.intent).toBe('track_order');
  });

  it('repeats the address back, and changes it on yes', async () => {
    const shopper = await talk(shop);
    await shopper.type('where is order 45192');
    const asked = await shopper.type('send it to my office instead');
    expect(asked.expecting).toBe('confirmation');
    expect(asked.card).toMatchObject({ kind: 'address_change', done: false, after: { label: 'office' } });
    expect(asked.speech.join(' ')).toContain('S O four five one nine two');
    expect((await order(wardrobe))?.address.label).not.toBe('office');
    const done = await shopper.type('yes please');
    expect(done.card).toMatchObject({ kind: 'address_change', done: true });
    expect(await order(wardrobe)).toMatchObject({ address: { label: 'office' } });
    expect((await order(wardrobe))?.events.at(-1)?.kind).toBe('address_changed');
  });

  it('cancels on yes', async () => {
    const shopper = await talk(shop);
    const asked = await shopper.type('cancel the wardrobe');
    expect(asked.card).toMatchObject({ kind: 'cancellation', done: false });
    const done = await shopper.press(asked, 'yes');
    expect(done.card).toMatchObject({ kind: 'cancellation', done: true });
    expect((await order(wardrobe))?.state).toBe('cancelled');
  });

  it('says what can be done when it is too late', async () => {
    const shopper = await talk(shop);
    const reply = await shopper.type('send order 45912 to my office');
    expect(reply.text).toMatch(/already/);
    expect(reply.choices.map(({ id }) => id)).toContain('person');
    expect((await order(desk))?.address.label).not.toBe('office');
  });
});
