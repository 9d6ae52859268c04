import type { RetailData, RetailProduct } from './retail-data.ts';

const address = {
  address1: '1 Elm Street',
  address2: 'Suite 5',
  city: 'Austin',
  state: 'TX',
  zip: '78701',
  country: 'USA',
};

const kettle: RetailProduct = {
  name: 'Tea Kettle',
  product_id: '10',
  variants: {
    '101': { item_id: '101', options: { color: 'red', size: '1L' }, available: true, price: 20 },
    '102': { item_id: '102', options: { color: 'blue', size: '1L' }, available: true, price: 25.5 },
    '103': { item_id: '103', options: { color: 'blue', size: '2L' }, available: true, price: 30 },
    '104': { item_id: '104', options: { color: 'green', size: '1L' }, available: false, price: 10 },
  },
};
const boots: RetailProduct = {
  name: 'Hiking Boots',
  product_id: '20',
  variants: { '201': { item_id: '201', options: { size: '8' }, available: true, price: 100 } },
};
const line = (item: '101' | '201', price: number) => ({
  name: item === '101' ? kettle.name : boots.name,
  product_id: item === '101' ? '10' : '20',
  item_id: item,
  price,
  options: {},
});
const order = (order_id: string, status: string) => ({
  order_id,
  user_id: 'ann',
  address,
  items: [line('101', 21), line('201', 100)],
  status,
  payment_history: [{ transaction_type: 'payment', amount: 121, payment_method_id: 'card_1' }],
});

/** A little shop of the benchmark's form: Ann, with a pending order #W1 and two delivered ones, of a kettle and boots each. */
export const littleShop: RetailData = {
  users: new Map([
    [
      'ann',
      {
        name: { first_name: 'Ann', last_name: 'Lee' },
        address,
        email: 'ann@example.com',
        payment_methods: {
          card_1: { id: 'card_1', source: 'credit_card', brand: 'visa', last_four: '1234' },
          paypal_1: { id: 'paypal_1', source: 'paypal' },
          gift_1: { id: 'gift_1', source: 'gift_card', balance: 4 },
        },
        orders: ['#W1', '#W2', '#W3'],
      },
    ],
  ]),
  orders: new Map([
    ['#W1', order('#W1', 'pending')],
    ['#W2', order('#W2', 'delivered')],
    ['#W3', order('#W3', 'delivered')],
  ]),
  products: new Map([
    ['10', kettle],
    ['20', boots],
  ]),
};
