import type { Product } from '#protocol';

const day = (offset: number) => new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10);
const moment = (offset: number, time: string) => `${day(offset)}T${time}:00Z`;

const leeds = { recipient: 'Maya Lindqvist', city: 'Leeds', country: 'GB' };
const home = { ...leeds, street: '7 Cherry Row', postcode: 'LS6 2QD' };
const saved = [
  { label: 'home', ...home },
  { label: 'office', ...leeds, street: '14 Quay Street', postcode: 'LS1 4PL' },
  {
    label: 'parents',
    recipient: 'Eva Lindqvist',
    street: '3 Orchard Close',
    city: 'York',
    postcode: 'YO24 1AW',
    country: 'GB',
  },
];

interface Plan {
  state: string;
  /** Days from today. */
  placed: number;
  promised: number;
  expected: number;
  delivered?: number;
  carrier: string;
  lines: [slug: string, quantity: number][];
  /** A day apart from the day of the order on, none after the delivery. */
  events: string[];
  refund?: { amount: number; state: string };
}

const ways = {
  leaving: ['placed', 'packed', 'collected'],
  delivered: ['placed', 'packed', 'collected', 'delivered'],
};

/** The orders that every dialogue's customer has: one of each state that people ask about. */
const plans: Record<string, Plan> = {
  wardrobe: {
    state: 'packed',
    placed: -3,
    promised: 2,
    expected: 2,
    carrier: 'Northway',
    lines: [
      ['tarn-wardrobe', 1],
      ['ember-bedside-table', 2],
    ],
    events: ['placed', 'packed'],
  },
  desk: {
    state: 'shipped',
    placed: -6,
    promised: -1,
    expected: 2,
    carrier: 'Greyline',
    lines: [['ashby-desk', 1]],
    events: [...ways.leaving, 'delayed'],
  },
  monitor: {
    state: 'out_for_delivery',
    placed: -2,
    promised: 0,
    expected: 0,
    carrier: 'Larkpost',
    lines: [['lumen-monitor', 1]],
    events: [...ways.leaving, 'out_for_delivery'],
  },
  router: {
    state: 'delivered',
    placed: -8,
    promised: -4,
    expected: -4,
    delivered: -4,
    carrier: 'Larkpost',
    lines: [['beacon-router', 1]],
    events: ways.delivered,
  },
  bookcase: {
    state: 'delivered',
    placed: -16,
    promised: -12,
    expected: -12,
    delivered: -12,
    carrier: 'Northway',
    lines: [['fenwick-bookcase', 1]],
    events: ways.delivered,
  },
  speaker: {
    state: 'refunded',
    placed: -34,
    promised: -30,
    expected: -30,
    delivered: -30,
    carrier: 'Larkpost',
    lines: [['pebble-speaker', 1]],
    events: ['placed', 'delivered', 'return_requested', 'returned', 'refunded'],
    refund: { amount: 7900, state: 'paid' },
  },
  chair: {
    state: 'delivered',
    placed: -76,
    promised: -71,
    expected: -71,
    delivered: -71,
    carrier: 'Northway',
    lines: [['wren-dining-chair', 4]],
    events: ['placed', 'delivered'],
  },
};
export const orderKeys: readonly string[] = Object.keys(plans);

/** A customer as `PUT /v1/shop/customers` takes one. */
export const preparedCustomer = (id: string) => ({
  id,
  firstName: 'Maya',
  name: 'Maya Lindqvist',
  email: `${id}@shoppers.example`,
  addresses: saved,
});

/** Their orders as `PUT /v1/shop/orders` takes them. */
export function preparedOrders(
  customer: string,
  numbers: ReadonlyMap<string, string>,
  products: ReadonlyMap<string, Product>,
) {
  return Object.entries(plans).map(([key, plan]) => {
    const number = numbers.get(key) ?? '';
    const days = Math.max(1, (plan.delivered ?? 0) - plan.placed);
    return {
      number,
      customer,
      state: plan.state,
      placedAt: moment(plan.placed, '09:00'),
      ...(plan.delivered !== undefined && { deliveredAt: moment(plan.delivered, '11:23') }),
      promisedOn: day(plan.promised),
      expectedOn: day(plan.expected),
      shipping: 'standard',
      currency: 'GBP',
      shippingPrice: 900,
      carrier: plan.carrier,
      trackingNumber: `NW${number.replace(/\W/g, '')}30`,
      address: home,
      lines: plan.lines.map(([slug, quantity]) => lineOf(slug, quantity, products)),
      events: plan.events.map((kind, index) => ({
        at: moment(plan.placed + Math.min(index, days), `1${index}:00`),
        kind,
        ...(index > 1 && { place: 'Leeds' }),
      })),
      ...(plan.refund && { refund: plan.refund }),
    };
  });
}

function lineOf(slug: string, quantity: number, products: ReadonlyMap<string, Product>) {
  const product = products.get(slug);
  if (!product) throw new Error(`The demo shop sells no ${slug}.`);
  const { name, noun, picture, price } = product;
  return { slug, name, noun, picture, quantity, price: price.amount };
}
