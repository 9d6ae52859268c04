import { index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core';
import {
  type Address,
  type DeliveryInstructions,
  lineStates,
  type OrderLine,
  orderStates,
  type PaidWith,
  type PickupPoint,
  type VariantOptions,
} from '#protocol';
import { day, moment } from '../columns.ts';

/** What a customer can do to an order, or to what is kept of them. */
export const actKinds = [
  'change_address',
  'cancel',
  'upgrade_shipping',
  'start_return',
  'change_delivery_day',
  'set_delivery_instructions',
  'collect_order',
  'exchange_items',
  'return_lines',
  'cancel_lines',
  'change_items',
  'change_payment',
  'change_default_address',
  'undo',
] as const;

/** Columns of what goes with its customer, and with its order. */
const ofCustomer = () =>
  text()
    .notNull()
    .references(() => customers.id, { onDelete: 'cascade' });
const ofOrder = () =>
  text()
    .notNull()
    .references(() => orders.number, { onDelete: 'cascade' });

export const customers = pgTable('customers', {
  /** `sub` of the shopper's token. */
  id: text().primaryKey(),
  firstName: text('first_name').notNull(),
  name: text().notNull(),
  email: text().notNull(),
  /** Label of the address that is meant where none is named; the first one where absent. */
  defaultAddress: text('default_address'),
});

/** Addresses a customer saved under a name of their own. */
export const addresses = pgTable(
  'addresses',
  {
    customer: ofCustomer(),
    label: text().notNull(),
    position: integer().notNull(),
    recipient: text().notNull(),
    street: text().notNull(),
    line2: text(),
    city: text().notNull(),
    region: text(),
    postcode: text().notNull(),
    country: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.customer, table.label] })],
);

/** Ways of paying that a customer has with the shop. */
export const paymentMethods = pgTable(
  'payment_methods',
  {
    customer: ofCustomer(),
    id: text().notNull(),
    position: integer().notNull(),
    kind: text().notNull(),
    label: text().notNull(),
    ending: text(),
    /** On a gift card, in the smallest unit of `currency`. */
    balance: integer(),
    currency: text(),
  },
  (table) => [primaryKey({ columns: [table.customer, table.id] })],
);

export const orders = pgTable(
  'orders',
  {
    number: text().primaryKey(),
    customer: text()
      .notNull()
      .references(() => customers.id),
    state: text({ enum: orderStates }).notNull(),
    placedAt: moment('placed_at').notNull(),
    deliveredAt: moment('delivered_at'),
    /** The day first promised; delays are counted from it. */
    promisedOn: day('promised_on'),
    expectedOn: day('expected_on'),
    /** The day that the customer asked for instead, not before the expected one. */
    requestedOn: day('requested_on'),
    /** When the carrier made its newest estimate: an older one that arrives late does not replace it. */
    estimatedAt: moment('estimated_at'),
    /** Id of a way of delivery. */
    shipping: text().notNull(),
    currency: text().notNull(),
    /** Paid for delivery, and for a later upgrade of it; smallest unit of `currency`. */
    shippingPrice: integer('shipping_price').notNull(),
    upgradePrice: integer('upgrade_price').notNull().default(0),
    carrier: text(),
    trackingNumber: text('tracking_number'),
    address: jsonb().$type<Address>().notNull(),
    instructions: jsonb().$type<DeliveryInstructions>(),
    pickup: jsonb().$type<Pick<PickupPoint, 'id' | 'name'>>(),
  },
  (table) => [
    index('orders_by_customer').on(table.customer, table.placedAt),
    index('orders_by_tracking_number').on(table.trackingNumber),
  ],
);

/** What was bought, as it was called and priced that day. */
export const orderLines = pgTable(
  'order_lines',
  {
    order: ofOrder(),
    position: integer().notNull(),
    /** Names the line within its order. */
    id: text().notNull(),
    slug: text().notNull(),
    sku: text(),
    /** Of the variant, as ordered. */
    options: jsonb().$type<VariantOptions>(),
    name: text().notNull(),
    noun: text().notNull(),
    picture: text().notNull(),
    quantity: integer().notNull(),
    /** Of one, in the order's currency. */
    price: integer().notNull(),
    /** What became of it; null while it is as ordered. */
    state: text({ enum: lineStates }),
    replacement: jsonb().$type<NonNullable<OrderLine['replacement']>>(),
  },
  (table) => [
    primaryKey({ columns: [table.order, table.position] }),
    uniqueIndex('order_lines_by_id').on(table.order, table.id),
  ],
);

export const orderEvents = pgTable(
  'order_events',
  {
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    order: ofOrder(),
    at: moment('at').notNull(),
    kind: text().notNull(),
    place: text(),
    note: text(),
  },
  (table) => [index('order_events_by_order').on(table.order, table.at)],
);

/** What takes a change back, kept with it: how things were before, and how it left them. */
export interface Undoing {
  before: Partial<typeof orders.$inferSelect>;
  after: Partial<typeof orders.$inferSelect>;
  /** Where it changed any. */
  lines?: { before: (typeof orderLines.$inferSelect)[]; after: (typeof orderLines.$inferSelect)[] };
  /** What it took and gave back. */
  payments: (typeof payments.$inferSelect)[];
  refunds: (typeof refunds.$inferSelect)[];
}

/** Changes already made, by their idempotency key: the same key never acts twice. */
export const orderActs = pgTable(
  'order_acts',
  {
    key: text().primaryKey(),
    /** Grows in the order in which changes were made. */
    seq: integer().notNull().generatedAlwaysAsIdentity(),
    customer: text(),
    /** None where the change is of the customer. */
    order: text().references(() => orders.number, { onDelete: 'cascade' }),
    kind: text({ enum: actKinds }).notNull(),
    /** What was agreed, answered again for the same key. */
    terms: jsonb().$type<unknown>().notNull(),
    /** What takes it back; null where nothing does. */
    undo: jsonb().$type<Undoing>(),
    undoneAt: moment('undone_at'),
    at: moment('at').notNull(),
  },
  (table) => [index('order_acts_of').on(table.order, table.seq)],
);

/** What was paid for an order, and how. */
export const payments = pgTable(
  'payments',
  {
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    order: ofOrder(),
    amount: integer().notNull(),
    method: jsonb().$type<PaidWith>(),
    /** `due`: taken when the goods that it is for leave. */
    state: text({ enum: ['paid', 'due'] })
      .notNull()
      .default('paid'),
    at: moment('at'),
  },
  (table) => [index('payments_of').on(table.order, table.id)],
);

export const refunds = pgTable(
  'refunds',
  {
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    order: ofOrder(),
    amount: integer().notNull(),
    method: jsonb().$type<PaidWith>(),
    state: text({ enum: ['waiting_for_goods', 'processing', 'paid'] }).notNull(),
    expectedOn: day('expected_on'),
    at: moment('at'),
  },
  (table) => [index('refunds_of').on(table.order, table.id)],
);

/** What the shop allows; one row, none while it has said nothing. See policies.ts. */
export const shopPolicies = pgTable('shop_policies', {
  id: integer().primaryKey().default(1),
  policies: jsonb().$type<unknown>().notNull(),
});

export const pickupPoints = pgTable('pickup_points', {
  id: text().primaryKey(),
  name: text().notNull(),
  address: jsonb().$type<PickupPoint['address']>().notNull(),
  hours: text(),
});

/** Carrier messages already taken in, so that a repeated one changes nothing. */
export const carrierEvents = pgTable(
  'carrier_events',
  { carrier: text().notNull(), id: text().notNull(), receivedAt: moment('received_at').notNull() },
  (table) => [primaryKey({ columns: [table.carrier, table.id] })],
);
