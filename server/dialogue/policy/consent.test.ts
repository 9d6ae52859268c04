import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { OrderView, Reply } from '#protocol';
import { saveCustomers, saveOrders } from '../../orders/import/save.ts';
import { openShop, type Shop, talk } from '../testing/converse.ts';
import { createUnderstander } from '../understanding/index.ts';
import { type Asked, type ConsentKind, type ConsentRow, consentTable } from './consent.table.ts';

const home = {
  recipient: 'Maya Ellison',
  street: '7 Cherry Row',
  city: 'Leeds',
  postcode: 'LS6 2QD',
  country: 'GB',
};
const addresses = [
  { label: 'home', ...home },
  { label: 'office', ...home, street: '14 Quay Street', postcode: 'LS1 4PL' },
  { label: 'parents', ...home, street: '3 Orchard Close', city: 'York', postcode: 'YO24 1AW' },
];
const questions: Record<ConsentRow['language'], Record<Asked, string>> = {
  en: {
    cancel: 'cancel order {order}',
    address: 'send order {order} to my office',
    express: 'can you hurry up order {order}',
  },
  zh: { cancel: '取消订单{order}', address: '把订单{order}改送到公司', express: '订单{order}加急' },
};

let shop: Shop;
let customers = 0;

beforeAll(async () => {
  shop = await openShop(await createUnderstander());
});
afterAll(() => shop.close());

/** Somebody with a wardrobe that is packed, a desk on its way and a monitor that comes today. */
async function newCustomer() {
  const customer = `shopper-${++customers}`;
  const numbers = [0, 1, 2].map((n) => `SO-${70_000 + customers * 3 + n}`);
  const order = (
    at: number,
    state: 'packed' | 'shipped' | 'out_for_delivery',
    slug: string,
    noun: string,
  ) => ({
    number: numbers[at] ?? '',
    customer,
    state,
    placedAt: '2031-02-27T09:00:00Z',
    promisedOn: '2031-03-05',
    expectedOn: '2031-03-05',
    shipping: 'standard' as const,
    currency: 'GBP',
    shippingPrice: 900,
    address: home,
    lines: [{ slug, name: `A ${noun}`, noun, picture: `/pictures/${slug}.webp`, quantity: 1, price: 34_900 }],
    events: [{ at: '2031-02-27T09:00:00Z', kind: 'placed' }],
  });
  await shop.store.db.transaction(async (tx) => {
    await saveCustomers(tx, [
      {
        id: customer,
        firstName: 'Maya',
        name: 'Maya Ellison',
        email: `${customer}@shoppers.example`,
        addresses,
      },
    ]);
    await saveOrders(tx, [
      order(0, 'packed', 'tarn-wardrobe', 'wardrobe'),
      order(1, 'shipped', 'ashby-desk', 'desk'),
      order(2, 'out_for_delivery', 'lumen-monitor', 'monitor'),
    ]);
  });
  return { customer, wardrobe: numbers[0] ?? '' };
}

async function wardrobeOf(customer: string, number: string): Promise<OrderView> {
  const order = await shop.orders.get(customer, number);
  if (!order) throw new Error(`${number} is gone`);
  return order;
}

const carriedOut: Record<Asked, (order: OrderView) => boolean> = {
  cancel: ({ state }) => state === 'cancelled',
  address: ({ address, state }) => address.street === '14 Quay Street' && state === 'packed',
  express: ({ shipping, state }) => shipping === 'express' && state === 'packed',
};
const agrees = (meaning: ConsentKind) => meaning === 'yes' || meaning === 'yes_and_more';

function checkReply(reply: Reply, { meaning, then }: ConsentRow): void {
  if (meaning === 'unclear') expect(reply.expecting, reply.text).toBe('confirmation');
  if (meaning === 'no') expect(reply.expecting, reply.text).not.toBe('confirmation');
  if (then?.card) expect(reply.card?.kind, reply.text).toBe(then.card);
  if (then?.says)
    expect([reply.text, ...reply.choices.map(({ label }) => label)].join(' | ')).toMatch(then.says);
}

describe.each(['en', 'zh'] as const)('on a page in %s', (language) => {
  describe.each(['cancel', 'address', 'express'] as const)('asked to %s', (asked) => {
    const answers = consentTable.filter((row) => row.language === language && row.asked === asked);

    test.each(answers)('"$words" means $meaning', async (answer) => {
      const { customer, wardrobe } = await newCustomer();
      const shopper = await talk(shop, { customer, language });
      const question = await shopper.type(questions[language][asked].replace('{order}', wardrobe.slice(3)));
      expect(question.expecting, question.text).toBe('confirmation');
      const before = await wardrobeOf(customer, wardrobe);

      const reply = await shopper.type(answer.words);

      const after = await wardrobeOf(customer, wardrobe);
      if (agrees(answer.meaning)) expect(carriedOut[asked](after), reply.text).toBe(true);
      else expect(after, reply.text).toEqual(before);
      checkReply(reply, answer);
    });
  });
});

test('the table holds 150 answers and more', () => {
  expect(consentTable.length).toBeGreaterThanOrEqual(150);
});
