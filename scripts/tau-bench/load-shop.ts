import Type from 'typebox';
import type { BenchShop } from '../bench-shop/bench-shop.ts';
import {
  cents,
  type RetailAddress,
  type RetailData,
  type RetailMethod,
  type RetailOrder,
} from './retail-data.ts';

/** What is allowed in this shop. */
const policies = {
  allowed: [
    'changeAddress',
    'cancel',
    'return',
    'returnLines',
    'exchangeItems',
    'changeItems',
    'changePayment',
    'changeDefaultAddress',
  ],
  until: { changeAddress: 'placed', cancel: 'placed', changeItems: 'placed', changePayment: 'placed' },
  returnWindowDays: 'no_end',
  returnTo: ['original', 'gift_card'],
  returnLinesOnce: true,
  exchangeOnce: true,
  changeItemsOnce: true,
  exchangeFor: ['variant'],
  itemChanges: ['variant'],
  cancelReasons: ['no longer needed', 'ordered by mistake'],
  deliveryCountries: ['US'],
  orderNumberExamples: ['#W5442520', '#W2611340', '#W9673784'],
};

const Answered = Type.Unknown();
const currency = 'USD';
const day = (offset: number) => new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10);
const moment = (offset: number) => `${day(offset)}T10:00:00Z`;

/** Brings the whole shop in through the API that any shop's back end has. */
export async function loadShop(shop: Pick<BenchShop, 'api'>, data: RetailData): Promise<void> {
  await shop.api('PUT', '/v1/shop/policies', Answered, policies);
  await shop.api('PUT', '/v1/shop/products', Answered, products(data));
  await shop.api('PUT', '/v1/shop/customers', Answered, customers(data));
  const all = [...data.orders.values()].map(orderOf);
  for (let from = 0; from < all.length; from += 500)
    await shop.api('PUT', '/v1/shop/orders', Answered, all.slice(from, from + 500));
}

const slugOf = (name: string) => name.toLowerCase().replace(/[^a-z0-9]+/g, '-');

const products = ({ products: all }: RetailData) =>
  [...all.values()].map(({ name, variants }) => ({
    slug: slugOf(name),
    name,
    noun: name.toLowerCase(),
    variants: Object.values(variants).map(({ item_id, options, available, price }) => ({
      sku: item_id,
      options,
      price: { amount: cents(price), currency },
      ...(available ? {} : { inStock: 0 }),
    })),
  }));

const labels: Record<string, string> = { paypal: 'PayPal', gift_card: 'Gift card' };

const methodOf = ({ id, source, brand, last_four, balance }: RetailMethod) => ({
  id,
  kind: source === 'credit_card' ? 'card' : source,
  label: labels[source] ?? (brand ? brand.charAt(0).toUpperCase() + brand.slice(1) : 'Card'),
  ...(last_four && { ending: last_four }),
  ...(source === 'gift_card' && { balance: { amount: cents(balance ?? 0), currency } }),
});

const addressOf = (recipient: string, { address1, address2, city, state, zip }: RetailAddress) => ({
  recipient,
  street: address1,
  line2: address2,
  city,
  region: state,
  postcode: zip,
  country: 'US',
});

const customers = ({ users }: RetailData) =>
  [...users].map(([id, { name, address, email, payment_methods }]) => {
    const whole = `${name.first_name} ${name.last_name}`;
    return {
      id,
      firstName: name.first_name,
      name: whole,
      email,
      addresses: [{ label: 'home', ...addressOf(whole, address) }],
      defaultAddress: 'home',
      paymentMethods: Object.values(payment_methods).map(methodOf),
    };
  });

const states: Record<string, string> = {
  pending: 'placed',
  processed: 'packed',
  delivered: 'delivered',
  cancelled: 'cancelled',
};

function orderOf({ order_id, user_id, address, items, status, payment_history }: RetailOrder) {
  const delivered = status === 'delivered';
  const placed = delivered ? -12 : -2;
  const paid = payment_history.filter(({ transaction_type }) => transaction_type === 'payment');
  const refunds = payment_history.filter(({ transaction_type }) => transaction_type === 'refund');
  const seen = new Map<string, number>();
  return {
    number: order_id,
    customer: user_id,
    state: states[status] ?? status,
    placedAt: moment(placed),
    ...(delivered && { deliveredAt: moment(-6) }),
    promisedOn: day(placed + 6),
    expectedOn: day(placed + 6),
    shipping: 'standard',
    currency,
    shippingPrice: 0,
    address: addressOf(user_id, address),
    lines: items.map(({ name, item_id, options, price }) => {
      const count = (seen.get(item_id) ?? 0) + 1;
      seen.set(item_id, count);
      return {
        id: count === 1 ? item_id : `${item_id}-${count}`,
        slug: slugOf(name),
        name,
        noun: name.toLowerCase(),
        picture: '',
        sku: item_id,
        options,
        quantity: 1,
        price: cents(price),
      };
    }),
    events: [
      { at: moment(placed), kind: 'placed' },
      ...(delivered ? [{ at: moment(-6), kind: 'delivered' }] : []),
    ],
    payments: paid.map(({ amount, payment_method_id }) => ({
      amount: cents(amount),
      method: payment_method_id,
    })),
    refunds: refunds.map(({ amount, payment_method_id }) => ({
      amount: cents(amount),
      method: payment_method_id,
      state: 'paid',
    })),
  };
}
