/** What a carrier can tell of a parcel. */
export const carrierEventKinds = [
  'collected',
  'departed',
  'arrived',
  'delayed',
  'out_for_delivery',
  'delivery_attempted',
  'delivered',
  'lost',
  'return_collected',
  'returned',
] as const;

/** What is written when a customer changes something here. */
export const ownEventKinds = [
  'address_changed',
  'shipping_upgraded',
  'cancelled',
  'return_requested',
  'delivery_day_changed',
  'delivery_instructions_set',
  'collection_chosen',
  'exchange_requested',
  'lines_cancelled',
  'items_changed',
  'payment_changed',
  'change_undone',
] as const;

/** What an entry of an order's history can say. Templates and the page hold the words for each. */
export const orderEventKinds = [
  'placed',
  'packed',
  'carrier_booked',
  ...carrierEventKinds,
  ...ownEventKinds,
  'refunded',
] as const;
export type OrderEventKind = (typeof orderEventKinds)[number];
