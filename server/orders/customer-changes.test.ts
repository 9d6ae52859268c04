import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readChanges } from '../feed/routes.ts';
import { engines, type FreshStore, freshStore } from '../store/testing/fresh-store.ts';
import { createOrders, type Orders, savePolicies } from './index.ts';
import {
  delivered,
  fillVariantShop,
  home,
  saveOrder,
  shopNow,
  shopOrder,
  shopper,
  shopTimeZone,
} from './testing/variant-shop.ts';

const euros = (amount: number) => ({ amount, currency: 'EUR' });
const card = { id: 'card', kind: 'card', label: 'Visa', ending: '9212' };
const gift = { id: 'gift', kind: 'gift_card', label: 'Gift card' };

describe.each(engines)('what customers change on %s', (engine) => {
  let store: FreshStore;
  let orders: Orders;
  let number: string;
  let count = 0;
  let now = shopNow;

  beforeAll(async () => {
    store = await freshStore(engine);
    await fillVariantShop(store.db);
    orders = createOrders(store, { timeZone: shopTimeZone, now: () => now });
  });
  afterAll(() => store.close());
  beforeEach(() => {
    now = shopNow;
    count += 1;
    number = `#W${1000 + count}`;
  });

  const given = (changed: Parameters<typeof shopOrder>[1] = {}) =>
    saveOrder(store.db, shopOrder(number, changed));
  let keys = 0;
  const act = () => ({ customer: shopper, order: number, idempotencyKey: `key ${keys++}` });
  const change = <Done>(work: (tx: FreshStore['db']) => Promise<Done>) => store.db.transaction(work);
  const options = () => orders.options(shopper, number);
  const order = async () => {
    const view = await orders.get(shopper, number);
    if (!view) throw new Error('the order is gone');
    return view;
  };
  const balance = async (id: string) =>
    (await orders.customer(shopper))?.paymentMethods.find((method) => method.id === id)?.balance?.amount;
  const told = async () => {
    const { changes } = await readChanges(store.db, '0', 500);
    return changes.filter((one) => 'order' in one && one.order === number);
  };

  it('shows lines with their variants, and how an order was paid', async () => {
    await given();
    expect((await order()).lines[0]).toMatchObject({
      id: 'b',
      sku: 'wb-red',
      options: { colour: 'red', capacity: '750ml' },
    });
    expect((await order()).payments).toEqual([{ amount: euros(25_842), method: card }]);
  });

  describe('the day of delivery', () => {
    it('can be put off to a day that is offered, and is no delay', async () => {
      await given();
      const { changeDeliveryDay } = await options();
      if (!changeDeliveryDay.allowed) throw new Error(changeDeliveryDay.reason);
      expect(changeDeliveryDay.days[0]).toBe('2031-03-09');
      expect(changeDeliveryDay.days).toHaveLength(14);
      const view = await change((tx) => orders.changeDeliveryDay(tx, { ...act(), day: '2031-03-12' }));
      expect(view).toMatchObject({ expectedOn: '2031-03-12', delayDays: 0 });
      expect(await told()).toMatchObject([{ kind: 'delivery_day_changed', day: '2031-03-12' }]);
    });

    it('is refused before it can be there, and past the limit', async () => {
      await given();
      for (const day of ['2031-03-07', '2031-04-30'])
        await expect(change((tx) => orders.changeDeliveryDay(tx, { ...act(), day }))).rejects.toMatchObject({
          code: 'not_possible',
          reason: 'day_not_offered',
        });
    });

    it('is fixed once the parcel is on the van', async () => {
      await given({ state: 'out_for_delivery' });
      expect((await options()).changeDeliveryDay).toEqual({ allowed: false, reason: 'out_for_delivery' });
      expect((await options()).setDeliveryInstructions).toEqual({ allowed: true });
    });
  });

  it('tells the driver where to leave it', async () => {
    await given({ state: 'shipped' });
    const instructions = { leave: 'neighbour', note: 'Number 12 is in all day' } as const;
    const view = await change((tx) => orders.setDeliveryInstructions(tx, { ...act(), instructions }));
    expect(view.instructions).toEqual(instructions);
    expect(await told()).toMatchObject([{ kind: 'delivery_instructions_set', instructions }]);
  });

  it('has it brought to a pick-up point, for the same person', async () => {
    await given();
    const view = await change((tx) => orders.collectOrder(tx, { ...act(), point: 'p-9' }));
    expect(view).toMatchObject({
      pickup: { id: 'p-9', name: 'Corner shop' },
      address: { recipient: 'Ines Duarte', street: '1 Main Street' },
    });
    await expect(
      change((tx) => orders.collectOrder(tx, { ...act(), point: 'nowhere' })),
    ).rejects.toMatchObject({ code: 'too_late', reason: 'no_points' });
  });

  describe('items before they are packed', () => {
    it('become another variant, at the difference by the method named', async () => {
      await given();
      const items = [{ change: 'replace', line: 'b', to: { sku: 'wb-steel' } } as const];
      expect(await orders.quoteChangeItems(shopper, number, items, 'gift')).toMatchObject({
        allowed: true,
        difference: euros(2 * (5450 - 4776)),
      });
      const before = await balance('gift');
      const done = await change((tx) => orders.changeItems(tx, { ...act(), items, method: 'gift' }));
      expect(done.difference).toEqual(euros(1348));
      expect(done.order.lines[0]).toMatchObject({ id: 'b', sku: 'wb-steel', quantity: 2 });
      expect(done.order.total).toEqual(euros(25_842 + 1348));
      expect(await balance('gift')).toBe((before ?? 0) - 1348);
      expect(await told()).toMatchObject([
        { kind: 'items_changed', payments: [{ amount: euros(1348), method: gift }] },
      ]);
      expect((await options()).changeItems).toEqual({ allowed: false, reason: 'already_done' });
    });

    it('are added, counted anew and removed; what is less comes back to who paid', async () => {
      await given();
      const done = await change((tx) =>
        orders.changeItems(tx, {
          ...act(),
          items: [
            { change: 'quantity', line: 'b', quantity: 1 },
            { change: 'remove', line: 'k' },
            { change: 'add', product: 'water-bottle', sku: 'wb-blue', quantity: 1 },
          ],
        }),
      );
      expect(done.order.lines.map(({ sku, quantity }) => [sku, quantity])).toEqual([
        ['wb-red', 1],
        ['wb-blue', 1],
      ]);
      expect(done.difference).toEqual(euros(4600 - 4776 - 15_890));
      expect(done.order.refunds).toMatchObject([
        { amount: euros(16_066), method: card, state: 'processing' },
      ]);
    });

    it('of which one piece is replaced become two lines', async () => {
      await given();
      const { order: view } = await change((tx) =>
        orders.changeItems(tx, {
          ...act(),
          items: [{ change: 'replace', line: 'b', quantity: 1, to: { sku: 'wb-blue' } }],
        }),
      );
      expect(view.lines.map(({ id, sku, quantity }) => [id, sku, quantity])).toEqual([
        ['b', 'wb-red', 1],
        ['3', 'wb-blue', 1],
        ['k', 'k-1', 1],
      ]);
    });

    it.each([
      ['out_of_stock', [{ change: 'replace', line: 'b', to: { sku: 'wb-blue' } }], undefined],
      ['out_of_stock', [{ change: 'replace', line: 'b', to: { sku: 'wb-gone' } }], undefined],
      ['same_item', [{ change: 'replace', line: 'b', to: { sku: 'wb-red' } }], undefined],
      ['no_such_variant', [{ change: 'replace', line: 'b', to: { sku: 'k-1' } }], undefined],
      ['variant_needed', [{ change: 'replace', line: 'b', to: {} }], undefined],
      ['no_such_product', [{ change: 'add', product: 'gone', quantity: 1 }], undefined],
      ['no_such_line', [{ change: 'remove', line: 'z' }], undefined],
      [
        'nothing_left',
        [
          { change: 'remove', line: 'b' },
          { change: 'remove', line: 'k' },
        ],
        undefined,
      ],
      ['balance_too_low', [{ change: 'add', product: 'kettle', quantity: 1 }], 'small-gift'],
      ['no_such_method', [{ change: 'add', product: 'kettle', quantity: 1 }], "somebody else's"],
    ] as const)('are left as they are: %s', async (reason, items, method) => {
      await given();
      const before = await order();
      const asked = change((tx) =>
        orders.changeItems(tx, { ...act(), items: [...items], ...(method && { method }) }),
      );
      await expect(asked).rejects.toMatchObject({ code: 'not_possible', reason });
      expect(await orders.quoteChangeItems(shopper, number, [...items], method)).toEqual({
        allowed: false,
        reason,
      });
      expect(await order()).toEqual(before);
    });

    it('are not changed on other terms than those agreed', async () => {
      await given();
      const asked = change((tx) =>
        orders.changeItems(tx, {
          ...act(),
          items: [{ change: 'replace', line: 'b', to: { sku: 'wb-steel' } }],
          agreed: { amount: euros(1000) },
        }),
      );
      await expect(asked).rejects.toMatchObject({ code: 'not_possible', reason: 'terms_changed' });
      expect((await order()).lines[0]).toMatchObject({ sku: 'wb-red' });
    });

    it('are closed once packed', async () => {
      await given({ state: 'packed' });
      expect((await options()).changeItems).toEqual({ allowed: false, reason: 'packed' });
    });
  });

  it('cancels some pieces of an order, and their price comes back', async () => {
    await given();
    const done = await change((tx) =>
      orders.cancelLines(tx, { ...act(), lines: [{ line: 'b', quantity: 1 }] }),
    );
    expect(done.refund).toEqual(euros(4776));
    expect(done.order).toMatchObject({ state: 'placed', total: euros(25_842 - 4776), itemCount: 2 });
    expect(done.order.lines).toMatchObject([
      { id: 'b', quantity: 1 },
      { id: '3', quantity: 1, state: 'cancelled' },
      { id: 'k', quantity: 1 },
    ]);
    const { refund } = await change((tx) => orders.cancel(tx, act()));
    expect(refund).toEqual(euros(25_842 - 4776));
  });

  describe('the payment', () => {
    it('moves to another method; the old one gets its money back', async () => {
      await given({ payments: [{ amount: 25_842, method: 'card' }] });
      const { total } = await change((tx) => orders.changePayment(tx, { ...act(), method: 'paypal' }));
      expect(total).toEqual(euros(25_842));
      const { refunds, payments } = await order();
      expect(refunds).toMatchObject([{ amount: euros(25_842), method: card, state: 'processing' }]);
      expect(payments?.at(-1)).toMatchObject({ amount: euros(25_842), method: { id: 'paypal' } });
    });

    it('is not moved to a gift card that does not cover it', async () => {
      await given();
      await expect(
        change((tx) => orders.changePayment(tx, { ...act(), method: 'small-gift' })),
      ).rejects.toMatchObject({ code: 'not_possible', reason: 'balance_too_low' });
    });

    it('comes back onto the gift card at once when the order is cancelled', async () => {
      await given({ payments: [{ amount: 25_842, method: 'gift' }] });
      const before = (await balance('gift')) ?? 0;
      const { refunds } = await change((tx) => orders.cancel(tx, act()));
      expect(refunds).toEqual([{ amount: euros(25_842), method: gift }]);
      expect(await balance('gift')).toBe(before + 25_842);
      expect((await order()).refunds).toMatchObject([{ state: 'paid' }]);
    });

    it('by two methods comes back to each of them', async () => {
      await given({
        payments: [
          { amount: 20_000, method: 'card' },
          { amount: 5842, method: 'paypal' },
        ],
      });
      expect((await options()).changePayment).toEqual({ allowed: false, reason: 'split_payment' });
      const { refunds } = await change((tx) => orders.cancel(tx, act()));
      expect(refunds.map(({ amount, method }) => [method?.id, amount.amount])).toEqual([
        ['card', 20_000],
        ['paypal', 5842],
      ]);
    });
  });

  it.each([
    ['cancelled', {}, 25_842 - 1000, (tx: FreshStore['db']) => orders.cancel(tx, act())],
    ['sent back', delivered, 25_442 - 600, (tx: FreshStore['db']) => orders.startReturn(tx, act())],
  ] as const)(
    'an order of which something was refunded before can be %s',
    async (_what, state, left, work) => {
      await given({ ...state, refund: { amount: 1000, state: 'paid' } });
      const { refund } = await change(work);
      expect(refund).toEqual(euros(left));
    },
  );

  describe('what was delivered', () => {
    it('goes back in part, onto a gift card if they like', async () => {
      await given(delivered);
      const before = await balance('gift');
      const done = await change((tx) =>
        orders.returnLines(tx, { ...act(), lines: [{ line: 'k' }], refundTo: 'gift' }),
      );
      expect(done).toMatchObject({
        refund: euros(15_890),
        refunds: [{ method: gift }],
        collectOn: '2031-03-05',
      });
      expect(done.order).toMatchObject({ state: 'delivered', refunds: [{ state: 'waiting_for_goods' }] });
      expect(await balance('gift')).toBe(before);
      const { returnLines } = await options();
      expect(returnLines).toMatchObject({ allowed: true, lines: [{ line: 'b', quantity: 2 }] });
      await change((tx) => orders.returnLines(tx, { ...act(), lines: [{ line: 'b' }] }));
      expect((await order()).state).toBe('return_requested');
    });

    it('does not go back onto a method that the shop does not return to', async () => {
      await given(delivered);
      await expect(
        change((tx) => orders.returnLines(tx, { ...act(), lines: [{ line: 'k' }], refundTo: 'paypal' })),
      ).rejects.toMatchObject({ reason: 'method_not_accepted' });
    });

    it('is exchanged once, for another variant or the same anew', async () => {
      await given(delivered);
      const items = [
        { line: 'b', quantity: 1, to: { sku: 'wb-steel' } },
        { line: 'k', to: { sku: 'k-1' } },
      ];
      const done = await change((tx) => orders.exchangeItems(tx, { ...act(), items, method: 'paypal' }));
      expect(done.difference).toEqual(euros(5450 - 4776));
      expect(done.order.lines.map(({ state, replacement }) => [state, replacement?.sku])).toEqual([
        [undefined, undefined],
        ['exchange_requested', 'wb-steel'],
        ['exchange_requested', 'k-1'],
      ]);
      expect(await told()).toMatchObject([
        { kind: 'items_exchanged', payments: [{ amount: euros(674), method: { id: 'paypal' } }] },
      ]);
      expect((await options()).exchangeItems).toEqual({ allowed: false, reason: 'already_done' });
    });
  });

  describe('taking the last change back', () => {
    const undo = () => change((tx) => orders.undo(tx, act()));

    it('sends an order where it was going before', async () => {
      await given();
      const address = { ...home, label: 'office', street: '1 New Road' };
      await change((tx) => orders.changeAddress(tx, { ...act(), address }));
      expect((await options()).undo).toMatchObject({ allowed: true, change: 'change_address' });
      const done = await undo();
      expect(done).toMatchObject({ undone: 'change_address', order: { address: home } });
      expect((await told()).at(-1)).toMatchObject({
        kind: 'change_undone',
        undone: 'change_address',
        restored: { address: home },
      });
      expect((await options()).undo).toEqual({ allowed: false, reason: 'nothing_to_undo' });
    });

    it('gives an upgrade back with its price', async () => {
      await given();
      const before = await order();
      const { price } = await change((tx) => orders.upgradeShipping(tx, { ...act(), method: 'gift' }));
      expect(price).toEqual(euros(1000));
      const held = (await balance('gift')) ?? 0;
      expect(await undo()).toMatchObject({ refund: euros(1000) });
      expect(await balance('gift')).toBe(held + 1000);
      const { shipping, expectedOn, total } = await order();
      expect({ shipping, expectedOn, total }).toEqual({
        shipping: before.shipping,
        expectedOn: before.expectedOn,
        total: before.total,
      });
    });

    it.each([
      ['the day', (tx: FreshStore['db']) => orders.changeDeliveryDay(tx, { ...act(), day: '2031-03-12' })],
      [
        'the instructions',
        (tx: FreshStore['db']) =>
          orders.setDeliveryInstructions(tx, { ...act(), instructions: { leave: 'safe_place' } }),
      ],
      ['the collection', (tx: FreshStore['db']) => orders.collectOrder(tx, { ...act(), point: 'p-9' })],
      [
        'the items',
        (tx: FreshStore['db']) =>
          orders.changeItems(tx, {
            ...act(),
            items: [{ change: 'replace', line: 'b', quantity: 1, to: { sku: 'wb-steel' } }],
          }),
      ],
      ['the payment', (tx: FreshStore['db']) => orders.changePayment(tx, { ...act(), method: 'paypal' })],
    ] as const)('puts %s back as it was', async (_what, work) => {
      await given();
      const { events: _, payments: __, refunds: ___, ...before } = await order();
      await change<unknown>(work);
      await undo();
      const { events: ____, payments = [], refunds = [], ...after } = await order();
      expect(after).toEqual(before);
      const held = new Map<string, number>();
      for (const { amount, method } of payments)
        held.set(method?.id ?? '', (held.get(method?.id ?? '') ?? 0) + amount.amount);
      for (const { amount, method } of refunds)
        held.set(method?.id ?? '', (held.get(method?.id ?? '') ?? 0) - amount.amount);
      expect([...held].filter(([, amount]) => amount !== 0)).toEqual([['card', 25_842]]);
    });

    it('calls a return off until the carrier has fetched it', async () => {
      await given(delivered);
      await change((tx) => orders.startReturn(tx, act()));
      expect(await undo()).toMatchObject({ order: { state: 'delivered', refunds: [] } });
      await change((tx) => orders.startReturn(tx, act()));
      expect((await order()).state).toBe('return_requested');
    });

    it('leaves a cancellation as it is', async () => {
      await given();
      await change((tx) => orders.cancel(tx, act()));
      await expect(undo()).rejects.toMatchObject({ code: 'too_late', reason: 'not_revocable' });
    });

    it('leaves alone what was changed again by the shop', async () => {
      await given();
      await change((tx) =>
        orders.changeAddress(tx, { ...act(), address: { ...home, street: '1 New Road' } }),
      );
      const { next } = await readChanges(store.db, '0', 500);
      const shops = shopOrder(number, { address: { ...home, street: '2 Shop Road' } });
      const { saveOrders } = await import('./import/save.ts');
      await store.db.transaction((tx) => saveOrders(tx, [shops], { after: next }));
      await expect(undo()).rejects.toMatchObject({ code: 'too_late', reason: 'changed_since' });
    });
  });

  it('gives the customer another default address; a new one takes the place of the old', async () => {
    const change1 = {
      customer: shopper,
      idempotencyKey: 'default',
      address: { ...home, street: '5 Oak Way' },
    };
    await change((tx) => orders.changeDefaultAddress(tx, change1));
    const customer = await change((tx) => orders.changeDefaultAddress(tx, change1));
    expect(customer.defaultAddress).toEqual({ ...home, street: '5 Oak Way' });
    expect(customer.addresses).toHaveLength(1);
    const { changes } = await readChanges(store.db, '0', 500);
    expect(changes.filter(({ kind }) => kind === 'default_address_changed')).toHaveLength(1);
  });

  describe("the shop's policies", () => {
    it('leave to a person what is not allowed', async () => {
      await given();
      await savePolicies(store.db, { allowed: ['cancel'] });
      for (const option of [
        (await options()).changeItems,
        (await options()).changeAddress,
        (await options()).undo,
      ])
        expect(option).toEqual({ allowed: false, reason: 'not_offered' });
      await expect(
        change((tx) => orders.changePayment(tx, { ...act(), method: 'gift' })),
      ).rejects.toMatchObject({
        code: 'too_late',
        reason: 'not_offered',
      });
    });

    it('name the countries delivered to and the reasons for cancelling', async () => {
      await given();
      await savePolicies(store.db, {
        allowed: ['cancel', 'changeAddress'],
        deliveryCountries: ['US'],
        cancelReasons: ['no longer needed'],
      });
      expect((await options()).changeAddress).toEqual({ allowed: true, countries: ['US'] });
      const address = { ...home, country: 'FR' };
      await expect(change((tx) => orders.changeAddress(tx, { ...act(), address }))).rejects.toMatchObject({
        reason: 'country_not_served',
      });
      await expect(change((tx) => orders.cancel(tx, { ...act(), reason: 'bored' }))).rejects.toMatchObject({
        reason: 'reason_not_accepted',
      });
      await change((tx) => orders.cancel(tx, { ...act(), reason: 'no longer needed' }));
    });
  });
});
