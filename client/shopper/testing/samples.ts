import type { Address, Card, CardKind, HistoryEntry, OrderBrief, OrderView, Product, Reply } from '#protocol';

const pounds = (amount: number) => ({ amount, currency: 'GBP' });

/** A day so many days from now, YYYY-MM-DD. */
const day = (ahead: number) => new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10);
const moment = (daysAgo: number, time: string) => `${day(-daysAgo)}T${time}:00Z`;

const home: Address = {
  label: 'home',
  recipient: 'Maya Lindqvist',
  street: '14 Rowan Street',
  city: 'Bristol',
  postcode: 'BS3 1QP',
  country: 'GB',
};
const office: Address = {
  label: 'office',
  recipient: 'Maya Lindqvist, Harbour Architects',
  street: 'Unit 6, The Old Ropeworks, 221 Cumberland Road',
  city: 'Bristol',
  postcode: 'BS1 6WX',
  country: 'GB',
};

export const wardrobe: Product = {
  slug: 'tarn-wardrobe',
  name: 'Tarn wardrobe',
  noun: 'wardrobe',
  picture: '/pictures/tarn-wardrobe.svg',
  category: 'furniture',
  description: 'Two hinged doors, a hanging rail across the full width and one long drawer below.',
  price: pounds(34_900),
  dimensions: { width: 1000, depth: 580, height: 2010 },
  weight: 78_500,
  materials: ['oak veneer', 'particle board', 'steel'],
  colours: ['natural oak', 'white'],
  facts: { warranty: '10 years', load: '35 kg on the rail, 12 kg in the drawer' },
  inStock: 14,
  assemblyMinutes: 150,
};
const lamp: Product = {
  ...wardrobe,
  slug: 'copper-desk-lamp',
  name: 'Copper desk lamp',
  noun: 'desk lamp',
  picture: '/pictures/copper-desk-lamp.svg',
  category: 'electronics',
  description: 'A jointed lamp with light from warm to cool.',
  price: pounds(6900),
  dimensions: { width: 180, depth: 180, height: 520 },
  weight: 1900,
  inStock: 3,
  assemblyMinutes: 0,
};

export const brief: OrderBrief = {
  number: 'SO-45192',
  state: 'shipped',
  placedAt: moment(6, '18:22'),
  mainProduct: wardrobe,
  itemCount: 2,
  total: pounds(42_700),
  expectedOn: day(2),
  delayDays: 1,
};

export const shopperOrder: OrderView = {
  ...brief,
  lines: [
    { product: wardrobe, quantity: 1, price: pounds(34_900) },
    { product: lamp, quantity: 1, price: pounds(6900) },
  ],
  address: home,
  shipping: 'standard',
  carrier: 'Heron Freight',
  trackingNumber: 'HF 2290 4418 7GB',
  events: [
    { at: moment(6, '18:22'), kind: 'placed' },
    { at: moment(5, '09:40'), kind: 'packed', place: 'Warehouse Avonmouth' },
    { at: moment(4, '16:05'), kind: 'collected', place: 'Avonmouth' },
    { at: moment(2, '04:51'), kind: 'arrived', place: 'Swindon' },
    {
      at: moment(1, '11:12'),
      kind: 'delayed',
      place: 'Swindon',
      note: 'Road closed by flooding; next van tomorrow.',
    },
  ],
};

/** One card of every kind. */
export const cards: { [Kind in CardKind]: Extract<Card, { kind: Kind }> } = {
  order: { kind: 'order', order: shopperOrder },
  orders: {
    kind: 'orders',
    orders: [
      brief,
      {
        ...brief,
        number: 'SO-45129',
        state: 'delivered',
        mainProduct: lamp,
        itemCount: 1,
        delayDays: 0,
        total: pounds(6900),
      },
      { ...brief, number: 'SO-44870', state: 'cancelled', itemCount: 1, delayDays: 0 },
    ],
  },
  address_change: { kind: 'address_change', order: brief, before: home, after: office, done: false },
  default_address: { kind: 'default_address', before: home, after: office, done: true },
  cancellation: { kind: 'cancellation', order: brief, refund: pounds(42_700), done: false },
  item_changes: {
    kind: 'item_changes',
    order: { ...brief, state: 'delivered' },
    act: 'exchange',
    changes: [
      {
        before: {
          product: lamp,
          sku: 'lamp-copper-s',
          options: { colour: 'copper', size: 'small' },
          quantity: 2,
          price: pounds(6900),
        },
        after: {
          product: lamp,
          sku: 'lamp-black-l',
          options: { colour: 'black', size: 'large' },
          quantity: 2,
          price: pounds(7900),
        },
      },
    ],
    difference: pounds(2000),
    method: { id: 'card', kind: 'card', label: 'Visa', ending: '9212' },
    done: false,
  },
  payment_change: {
    kind: 'payment_change',
    order: brief,
    total: pounds(42_700),
    before: { id: 'card', kind: 'card', label: 'Visa', ending: '9212' },
    after: { id: 'paypal', kind: 'paypal', label: 'PayPal' },
    done: false,
  },
  shipping_upgrade: {
    kind: 'shipping_upgrade',
    order: brief,
    price: pounds(1490),
    expectedOn: day(1),
    before: day(5),
    done: true,
  },
  return: {
    kind: 'return',
    order: { ...brief, state: 'delivered' },
    refund: pounds(34_900),
    items: [{ product: wardrobe, quantity: 1, price: pounds(34_900) }],
    method: { id: 'gift', kind: 'gift_card', label: 'Gift card' },
    collectOn: day(3),
    done: true,
  },
  refund: { kind: 'refund', order: brief, amount: pounds(34_950), state: 'processing', expectedOn: day(4) },
  delivery_options: {
    kind: 'delivery_options',
    options: [
      { name: 'Standard delivery', price: pounds(0), days: '3 to 5 working days', note: 'Free from £50' },
      { name: 'Express', price: pounds(1490), days: 'Next working day' },
      {
        name: 'Two people to the room',
        price: pounds(3900),
        days: '4 to 7 working days',
        note: 'They take the packaging away',
      },
    ],
  },
  products: { kind: 'products', products: [wardrobe, lamp] },
  invoice: {
    kind: 'invoice',
    order: brief,
    lines: [
      { label: 'Tarn wardrobe', amount: pounds(34_900) },
      { label: 'Copper desk lamp', amount: pounds(6900) },
      { label: 'Delivery', amount: pounds(900) },
    ],
    total: pounds(42_700),
  },
  ticket: {
    kind: 'ticket',
    number: 'T-1042',
    summary: 'Left door of the Tarn wardrobe has a crack along the hinge.',
    facts: [
      { label: 'Order', value: 'SO-45192' },
      { label: 'Product', value: 'Tarn wardrobe' },
      { label: 'Part', value: 'Left door' },
    ],
    dueAt: moment(-1, '12:00'),
  },
  handoff: {
    kind: 'handoff',
    reason: 'You asked to speak to a person about the cracked door.',
    position: 2,
    requestedAt: moment(0, '10:24'),
  },
  file: { kind: 'file', title: 'All my data', path: '/v1/my-data/ticket' },
  article: { kind: 'article', article: { id: 'returns', title: 'Returns and refunds', language: 'en' } },
  help: {
    kind: 'help',
    examples: [
      'Where is my order?',
      'Change the address of my last order',
      'I want a refund',
      'Talk to a person',
    ],
  },
};

export const reply = (change: Partial<Reply> = {}): Reply => ({
  id: 'reply-1',
  text: 'Your Tarn wardrobe is in Swindon. A flooded road held it up; it arrives in two days.',
  speech: ['Your Tarn wardrobe is in Swindon.', 'A flooded road held it up; it arrives in two days.'],
  choices: [],
  expecting: 'anything',
  intent: 'track_order',
  mood: { mood: 'neutral', intensity: 0 },
  tone: 'plain',
  at: moment(0, '10:20'),
  ...change,
});

export const shopperSaid = (text: string, source: 'voice' | 'text' = 'voice', id = text): HistoryEntry => ({
  who: 'shopper',
  id,
  text,
  source,
  at: moment(0, '10:19'),
});

export const answered = (change: Partial<Reply> = {}): HistoryEntry => {
  const answer = reply(change);
  return { who: 'hexkey', id: `entry ${answer.id}`, reply: answer, at: answer.at };
};
