import type { Address, Product } from '#protocol';
import { saveDeliveryOptions, saveProducts } from '../../catalogue/index.ts';
import type { Db } from '../../store/index.ts';
import { saveCustomers, saveOrders } from '../import/save.ts';
import type { ImportedOrder } from '../import/schemas.ts';
import { savePickupPoints } from '../pickup-points.ts';
import { changes, type PolicyChanges, savePolicies } from '../policies.ts';

/** A shop whose products have variants, whose customer has several ways to pay, and which allows everything. */
export const shopper = 'c-1';
export const shopNow = new Date('2031-03-03T10:00:00Z');
export const shopTimeZone = 'Europe/London';

const euros = (amount: number) => ({ amount, currency: 'EUR' });

export const home: Address = {
  label: 'home',
  recipient: 'Ines Duarte',
  street: '996 Cedar Street',
  line2: 'Suite 656',
  city: 'San Antonio',
  region: 'TX',
  postcode: '78234',
  country: 'US',
};

export const bottle: Product = {
  slug: 'water-bottle',
  name: 'Water bottle',
  noun: 'bottle',
  picture: '',
  category: 'kitchen',
  description: 'Keeps warm and cold.',
  price: euros(4600),
  materials: [],
  colours: [],
  facts: {},
  assemblyMinutes: 0,
  variants: [
    { sku: 'wb-red', options: { colour: 'red', capacity: '750ml' }, price: euros(4776), inStock: 9 },
    { sku: 'wb-blue', options: { colour: 'blue', capacity: '750ml' }, price: euros(4600), inStock: 1 },
    { sku: 'wb-steel', options: { colour: 'steel', capacity: '1000ml' }, price: euros(5450) },
    { sku: 'wb-gone', options: { colour: 'black', capacity: '500ml' }, price: euros(5000), inStock: 0 },
  ],
};
export const electricKettle: Product = {
  ...bottle,
  slug: 'kettle',
  name: 'Electric kettle',
  noun: 'kettle',
  price: euros(15_890),
  variants: [{ sku: 'k-1', options: { material: 'glass' }, price: euros(15_890) }],
};

/** Fills an empty store. */
export async function fillVariantShop(db: Db, policies: PolicyChanges = {}): Promise<void> {
  await saveProducts(db, [bottle, electricKettle]);
  await saveDeliveryOptions(db, [
    { id: 'parcel', price: euros(400), days: [4, 6] },
    { id: 'courier', name: 'courier', price: euros(1400), days: [1, 2] },
  ]);
  await savePickupPoints(db, [
    {
      id: 'p-9',
      name: 'Corner shop',
      address: { street: '1 Main Street', city: 'Austin', region: 'TX', postcode: '78701', country: 'US' },
    },
  ]);
  await savePolicies(db, { allowed: [...changes], ...policies });
  await saveCustomers(db, [
    {
      id: shopper,
      firstName: 'Ines',
      name: 'Ines Duarte',
      email: 'ines@shop.example',
      addresses: [{ ...home, label: 'home' }],
      paymentMethods: [
        { id: 'card', kind: 'card', label: 'Visa', ending: '9212' },
        { id: 'paypal', kind: 'paypal', label: 'PayPal' },
        { id: 'gift', kind: 'gift_card', label: 'Gift card', balance: euros(20_000) },
        { id: 'small-gift', kind: 'gift_card', label: 'Gift card', balance: euros(500) },
      ],
    },
  ]);
}

/** An order of two bottles and a kettle, paid by card: 254.42 and 4.00 for delivery. */
export const shopOrder = (number: string, changed: Partial<ImportedOrder> = {}): ImportedOrder => ({
  number,
  customer: shopper,
  state: 'placed',
  placedAt: '2031-03-02T09:00:00Z',
  promisedOn: '2031-03-08',
  shipping: 'parcel',
  currency: 'EUR',
  shippingPrice: 400,
  address: home,
  lines: [
    {
      id: 'b',
      slug: 'water-bottle',
      name: 'Water bottle',
      noun: 'bottle',
      picture: '',
      sku: 'wb-red',
      options: { colour: 'red', capacity: '750ml' },
      quantity: 2,
      price: 4776,
    },
    {
      id: 'k',
      slug: 'kettle',
      name: 'Electric kettle',
      noun: 'kettle',
      picture: '',
      sku: 'k-1',
      options: { material: 'glass' },
      quantity: 1,
      price: 15_890,
    },
  ],
  events: [{ at: '2031-03-02T09:00:00Z', kind: 'placed' }],
  payments: [{ amount: 25_842, method: 'card' }],
  ...changed,
});

export const delivered: Partial<ImportedOrder> = { state: 'delivered', deliveredAt: '2031-03-01T12:00:00Z' };

export const saveOrder = (db: Db, order: ImportedOrder) => db.transaction((tx) => saveOrders(tx, [order]));
