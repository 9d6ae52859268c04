import { date, index, integer, jsonb, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';
import { type Address, orderStates } from '#protocol';

const moment = (name: string) => timestamp(name, { withTimezone: true, precision: 3 });

export const customers = pgTable('customers', {
  /** `sub` of the shopper's token. */
  id: text().primaryKey(),
  firstName: text('first_name').notNull(),
  name: text().notNull(),
  email: text().notNull(),
});

/** Addresses a customer saved under a name of their own. */
export const addresses = pgTable(
  'addresses',
  {
    customer: text()
      .notNull()
      .references(() => customers.id, { onDelete: 'cascade' }),
    label: text().notNull(),
    position: integer().notNull(),
    recipient: text().notNull(),
    street: text().notNull(),
    city: text().notNull(),
    postcode: text().notNull(),
    country: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.customer, table.label] })],
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
    promisedOn: date('promised_on', { mode: 'string' }).notNull(),
    expectedOn: date('expected_on', { mode: 'string' }).notNull(),
    /** When the carrier made its newest estimate: an older one that arrives late does not replace it. */
    estimatedAt: moment('estimated_at'),
    shipping: text({ enum: ['standard', 'express'] }).notNull(),
    currency: text().notNull(),
    /** Paid for delivery, and for a later upgrade to express; smallest unit of `currency`. */
    shippingPrice: integer('shipping_price').notNull(),
    upgradePrice: integer('upgrade_price').notNull().default(0),
    carrier: text(),
    trackingNumber: text('tracking_number'),
    address: jsonb().$type<Address>().notNull(),
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
    order: text()
      .notNull()
      .references(() => orders.number, { onDelete: 'cascade' }),
    position: integer().notNull(),
    slug: text().notNull(),
    name: text().notNull(),
    noun: text().notNull(),
    picture: text().notNull(),
    quantity: integer().notNull(),
    /** Of one, in the order's currency. */
    price: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.order, table.position] })],
);

export const orderEvents = pgTable(
  'order_events',
  {
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    order: text()
      .notNull()
      .references(() => orders.number, { onDelete: 'cascade' }),
    at: moment('at').notNull(),
    kind: text().notNull(),
    place: text(),
    note: text(),
  },
  (table) => [index('order_events_by_order').on(table.order, table.at)],
);

/** Changes already made, by their idempotency key: the same key never acts twice. */
export const orderActs = pgTable('order_acts', {
  key: text().primaryKey(),
  order: text()
    .notNull()
    .references(() => orders.number, { onDelete: 'cascade' }),
  kind: text({ enum: ['change_address', 'cancel', 'hurry', 'start_return'] }).notNull(),
  /** What was agreed, answered again for the same key. */
  terms: jsonb().$type<unknown>().notNull(),
  at: moment('at').notNull(),
});

export const refunds = pgTable('refunds', {
  order: text()
    .primaryKey()
    .references(() => orders.number, { onDelete: 'cascade' }),
  amount: integer().notNull(),
  state: text({ enum: ['waiting_for_goods', 'processing', 'paid'] }).notNull(),
  expectedOn: date('expected_on', { mode: 'string' }),
});

/** Carrier messages already taken in, so that a repeated one changes nothing. */
export const carrierEvents = pgTable(
  'carrier_events',
  { carrier: text().notNull(), id: text().notNull(), receivedAt: moment('received_at').notNull() },
  (table) => [primaryKey({ columns: [table.carrier, table.id] })],
);
