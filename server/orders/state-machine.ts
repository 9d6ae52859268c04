import type { OrderState } from '#protocol';

/** Where an order can go from each state. Nothing goes back; a carrier may skip states when its messages are lost. */
const transitions: Record<OrderState, readonly OrderState[]> = {
  placed: ['packed', 'shipped', 'out_for_delivery', 'delivered', 'lost', 'cancelled'],
  packed: ['shipped', 'out_for_delivery', 'delivered', 'lost', 'cancelled'],
  shipped: ['out_for_delivery', 'delivered', 'lost'],
  out_for_delivery: ['delivered', 'lost'],
  delivered: ['return_requested'],
  cancelled: [],
  return_requested: ['returned', 'refunded'],
  returned: ['refunded'],
  refunded: [],
  lost: ['out_for_delivery', 'delivered', 'refunded'],
};

export const canGo = (from: OrderState, to: OrderState): boolean => transitions[from].includes(to);

/** How far an order is, as far as what can still be done with it goes. */
export type OrderStage = 'here' | 'shipped' | 'delivered' | 'returning' | 'cancelled';

const stages: Record<OrderState, OrderStage> = {
  placed: 'here',
  packed: 'here',
  shipped: 'shipped',
  out_for_delivery: 'shipped',
  lost: 'shipped',
  delivered: 'delivered',
  return_requested: 'returning',
  returned: 'returning',
  refunded: 'returning',
  cancelled: 'cancelled',
};

export const stageOf = (state: OrderState): OrderStage => stages[state];

const onTheWay = ['placed', 'packed', 'shipped', 'out_for_delivery'] as const;
/** A state on the way to the customer. */
export type OnTheWay = (typeof onTheWay)[number];

/** Whether an order is on its way and no further than `until`. One that is lost is somewhere out there: shipped. */
export function isBy(state: OrderState, until: OnTheWay): boolean {
  const reached = onTheWay.indexOf(state === 'lost' ? 'shipped' : (state as OnTheWay));
  return reached !== -1 && reached <= onTheWay.indexOf(until);
}
