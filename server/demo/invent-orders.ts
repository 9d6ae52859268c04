import type { OrderState, Product } from '#protocol';
import { inventHistory } from './history.ts';
import { mayaOrders } from './maya-orders.ts';
import { demoCarriers, type OrderPlan } from './order-plan.ts';
import type { DemoCustomer } from './people.ts';
import type { Random } from './random.ts';

const states: readonly (readonly [OrderState, number])[] = [
  ['placed', 7],
  ['packed', 8],
  ['shipped', 12],
  ['out_for_delivery', 4],
  ['delivered', 53],
  ['cancelled', 5],
  ['return_requested', 3],
  ['returned', 2],
  ['refunded', 4],
  ['lost', 2],
];

/** `count` orders: the demo shopper's own, and others spread over the other customers. */
export function inventOrders(
  random: Random,
  customers: readonly DemoCustomer[],
  products: readonly Product[],
  count: number,
): OrderPlan[] {
  const [maya, ...others] = customers as [DemoCustomer, ...DemoCustomer[]];
  const plans = mayaOrders(maya);
  const taken = new Set(plans.map(({ number }) => number));
  const state = (index: number) => states[index]?.[0] ?? random.weighted(states);
  for (let index = 0; plans.length < count; index++)
    plans.push(inventOrder(random, freshNumber(random, taken), random.pick(others), products, state(index)));
  return plans;
}

function inventOrder(
  random: Random,
  number: string,
  customer: DemoCustomer,
  products: readonly Product[],
  state: OrderState,
): OrderPlan {
  const address = random.pick(customer.addresses);
  const history = inventHistory(state, { random, hubs: customer.hubs, city: address.city });
  return {
    number,
    customer: customer.id,
    state,
    shipping: random.next() < 0.2 ? 'express' : 'standard',
    address,
    paidWith: customer.paymentMethods[0].id,
    lines: inventLines(random, products),
    ...(history.events.some(({ kind }) => kind === 'carrier_booked') && booking(random)),
    ...history,
  };
}

function inventLines(random: Random, products: readonly Product[]): OrderPlan['lines'] {
  const count = random.weighted([
    [1, 6],
    [2, 3],
    [3, 1],
  ] as const);
  const slugs = new Set(Array.from({ length: count }, () => random.pick(products).slug));
  return [...slugs].map((slug) => ({ slug, quantity: slug.includes('chair') ? random.integer(1, 4) : 1 }));
}

function booking(random: Random): { carrier: string; trackingNumber: string } {
  const carrier = random.pick(demoCarriers);
  return { carrier, trackingNumber: `${carrier.slice(0, 2).toUpperCase()}${random.integer(1e7, 1e8 - 1)}` };
}

function freshNumber(random: Random, taken: Set<string>): string {
  let number: string;
  do number = `SO-${random.integer(10_000, 99_999)}`;
  while (taken.has(number));
  taken.add(number);
  return number;
}
