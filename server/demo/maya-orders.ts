import type { OrderPlan, PlannedEvent } from './order-plan.ts';
import type { DemoCustomer } from './people.ts';

const event = (
  day: number,
  time: string,
  kind: PlannedEvent['kind'],
  place?: string,
  note?: string,
): PlannedEvent => ({ day, time, kind, ...(place && { place }), ...(note && { note }) });

const journey = (placed: number): PlannedEvent[] => [
  event(placed, '00:41', 'placed'),
  event(placed + 1, '04:20', 'packed'),
  event(placed + 1, '05:02', 'carrier_booked'),
  event(placed + 1, '15:36', 'collected', 'Doncaster'),
  event(placed + 2, '04:11', 'arrived', 'Wakefield'),
];

const delivered = (placed: number, day: number): PlannedEvent[] => [
  ...journey(placed),
  event(day, '05:47', 'out_for_delivery', 'Leeds'),
  event(day, '11:23', 'delivered', 'Leeds'),
];

/** The demo shopper's orders: one for each thing people ask about. */
export function mayaOrders({ id, addresses, paymentMethods }: DemoCustomer): OrderPlan[] {
  const home = addresses[0] as DemoCustomer['addresses'][number];
  const plan = (
    number: string,
    rest: Omit<OrderPlan, 'number' | 'customer' | 'address' | 'shipping' | 'paidWith'>,
  ) => ({
    number,
    customer: id,
    address: home,
    paidWith: paymentMethods[0].id,
    shipping: 'standard' as const,
    ...rest,
  });
  return [
    /** Still here: its address can change, it can be hurried, it can be cancelled. */
    plan('SO-45192', {
      state: 'packed',
      promised: 2,
      expected: 2,
      carrier: 'Northway',
      trackingNumber: 'NW48217730',
      lines: [
        { slug: 'tarn-wardrobe', quantity: 1 },
        { slug: 'ember-bedside-table', quantity: 2 },
      ],
      events: [
        event(-3, '18:41', 'placed'),
        event(-1, '16:20', 'packed', 'Doncaster', 'Five parcels.'),
        event(-1, '17:05', 'carrier_booked', 'Doncaster'),
      ],
    }),
    /** Late, and easily misheard for the wardrobe's number. */
    plan('SO-45912', {
      state: 'shipped',
      promised: -1,
      expected: 2,
      carrier: 'Greyline',
      trackingNumber: 'GL90263318',
      lines: [{ slug: 'ashby-desk', quantity: 1 }],
      events: [...journey(-6), event(-1, '15:12', 'delayed', 'Wakefield', 'A lorry broke down.')],
    }),
    plan('SO-47305', {
      state: 'out_for_delivery',
      promised: 0,
      expected: 0,
      carrier: 'Larkpost',
      trackingNumber: 'LP55028841',
      lines: [{ slug: 'lumen-monitor', quantity: 1 }],
      events: [...journey(-2), event(0, '05:48', 'out_for_delivery', 'Leeds')],
    }),
    plan('SO-38207', {
      state: 'delivered',
      promised: -4,
      expected: -4,
      carrier: 'Larkpost',
      trackingNumber: 'LP54910276',
      lines: [{ slug: 'beacon-router', quantity: 1 }],
      events: delivered(-8, -4),
    }),
    plan('SO-36654', {
      state: 'delivered',
      promised: -12,
      expected: -12,
      carrier: 'Northway',
      trackingNumber: 'NW47760415',
      lines: [{ slug: 'fenwick-bookcase', quantity: 1 }],
      events: delivered(-16, -12),
    }),
    plan('SO-31870', {
      state: 'refunded',
      promised: -30,
      expected: -30,
      carrier: 'Larkpost',
      trackingNumber: 'LP53107742',
      lines: [{ slug: 'pebble-speaker', quantity: 1 }],
      events: [
        ...delivered(-34, -30),
        event(-26, '09:15', 'return_requested'),
        event(-24, '10:30', 'return_collected', 'Leeds'),
        event(-22, '13:05', 'returned', 'Doncaster'),
        event(-20, '10:02', 'refunded'),
      ],
      refund: { of: 'goods', state: 'paid' },
    }),
    /** Too old to send back. */
    plan('SO-22418', {
      state: 'delivered',
      promised: -71,
      expected: -71,
      carrier: 'Northway',
      trackingNumber: 'NW44190583',
      lines: [{ slug: 'wren-dining-chair', quantity: 4 }],
      events: delivered(-76, -71),
    }),
  ];
}
