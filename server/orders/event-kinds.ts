/** What an entry of an order's history can say. Templates and the page hold the words for each. */
export const orderEventKinds = [
  'placed',
  'packed',
  'carrier_booked',
  'collected',
  'departed',
  'arrived',
  'delayed',
  'out_for_delivery',
  'delivery_attempted',
  'delivered',
  'lost',
  'address_changed',
  'shipping_upgraded',
  'cancelled',
  'return_requested',
  'return_collected',
  'returned',
  'refunded',
] as const;
export type OrderEventKind = (typeof orderEventKinds)[number];
