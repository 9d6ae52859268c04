import type { OrderState } from '#protocol';
import type { OrderPlan, PlannedEvent } from './order-plan.ts';
import type { Random } from './random.ts';

type History = Pick<OrderPlan, 'events' | 'promised' | 'expected'> & Partial<Pick<OrderPlan, 'refund'>>;

interface Journey {
  random: Random;
  hubs: readonly string[];
  city: string;
}

/** Invents what happened to an order on its way to `state`. Nothing happens later than today. */
export const inventHistory = (state: OrderState, journey: Journey): History => histories[state](journey);

const histories: Record<OrderState, (journey: Journey) => History> = {
  placed({ random }) {
    const placed = -random.integer(0, 1);
    return { events: ordered(random, placed), ...onTime(placed + random.integer(3, 5)) };
  },
  packed({ random }) {
    const placed = -random.integer(1, 4);
    return { events: packed(random, placed), ...onTime(random.integer(1, 4)) };
  },
  shipped(journey) {
    const { random } = journey;
    const placed = -random.integer(3, 6);
    const events = shipped(journey, placed);
    if (random.next() < 0.65) return { events, ...onTime(random.integer(1, 3)) };
    const late: PlannedEvent = { day: -1, time: time(random, 14, 19), kind: 'delayed', note: why(random) };
    return { events: [...events, late], promised: -random.integer(0, 2), expected: random.integer(1, 4) };
  },
  out_for_delivery(journey) {
    const events = shipped(journey, -journey.random.integer(3, 6));
    return { events: [...events, lastMile(journey, 0)], ...onTime(0) };
  },
  delivered(journey) {
    const delivered = -journey.random.integer(1, 150);
    return { events: delivery(journey, delivered), ...onTime(delivered) };
  },
  cancelled({ random }) {
    const placed = -random.integer(2, 90);
    const day = placed + random.integer(0, 1);
    return {
      events: [...ordered(random, placed), { day, time: time(random, 17, 21), kind: 'cancelled' }],
      ...onTime(placed + 4),
      refund: day > -5 ? { of: 'all', state: 'processing', expected: day + 5 } : { of: 'all', state: 'paid' },
    };
  },
  return_requested(journey) {
    const asked = -journey.random.integer(0, 1);
    return { ...returning(journey, asked), refund: { of: 'goods', state: 'waiting_for_goods' } };
  },
  returned(journey) {
    const history = returning(journey, -journey.random.integer(4, 6));
    return {
      ...history,
      events: [...history.events, ...sentBack(journey, -1)],
      refund: { of: 'goods', state: 'processing', expected: 3 },
    };
  },
  refunded(journey) {
    const asked = -journey.random.integer(10, 60);
    const history = returning(journey, asked);
    const paid: PlannedEvent = { day: asked + 7, time: time(journey.random, 9, 16), kind: 'refunded' };
    return {
      ...history,
      events: [...history.events, ...sentBack(journey, asked + 4), paid],
      refund: { of: 'goods', state: 'paid' },
    };
  },
  lost(journey) {
    const placed = -journey.random.integer(18, 30);
    const lost: PlannedEvent = { day: placed + 12, time: time(journey.random, 9, 16), kind: 'lost' };
    return { events: [...shipped(journey, placed), lost], ...onTime(placed + 5) };
  },
};

const onTime = (day: number) => ({ promised: day, expected: day });

const time = (random: Random, from: number, to: number) =>
  `${String(random.integer(from, to)).padStart(2, '0')}:${String(random.integer(0, 59)).padStart(2, '0')}`;

const why = (random: Random) =>
  random.pick([
    'A lorry broke down.',
    'The road was closed by snow.',
    'The parcel was sorted to the wrong hub.',
  ]);

const ordered = (random: Random, placed: number): PlannedEvent[] => [
  { day: placed, time: time(random, 0, 3), kind: 'placed' },
];

const packed = (random: Random, placed: number): PlannedEvent[] => [
  ...ordered(random, placed),
  { day: placed + 1, time: time(random, 4, 4), kind: 'packed' },
  { day: placed + 1, time: time(random, 5, 5), kind: 'carrier_booked' },
];

const shipped = ({ random, hubs }: Journey, placed: number): PlannedEvent[] => [
  ...packed(random, placed),
  { day: placed + 1, time: time(random, 13, 16), kind: 'collected', place: 'Doncaster' },
  { day: placed + 2, time: time(random, 3, 6), kind: 'arrived', place: random.pick(hubs) },
];

const lastMile = ({ random, city }: Journey, day: number): PlannedEvent => ({
  day,
  time: time(random, 5, 6),
  kind: 'out_for_delivery',
  place: city,
});

const delivery = (journey: Journey, day: number): PlannedEvent[] => [
  ...shipped(journey, day - journey.random.integer(3, 6)),
  lastMile(journey, day),
  { day, time: time(journey.random, 9, 19), kind: 'delivered', place: journey.city },
];

function returning(journey: Journey, asked: number): History {
  const delivered = asked - journey.random.integer(2, 20);
  const request: PlannedEvent = { day: asked, time: time(journey.random, 0, 6), kind: 'return_requested' };
  return { events: [...delivery(journey, delivered), request], ...onTime(delivered) };
}

const sentBack = ({ random, city }: Journey, back: number): PlannedEvent[] => [
  { day: back - 2, time: time(random, 9, 16), kind: 'return_collected', place: city },
  { day: back, time: time(random, 9, 16), kind: 'returned', place: 'Doncaster' },
];
