import type { Address, OrderState } from '#protocol';
import type { OrderEventKind } from '../orders/index.ts';

/** One entry of an order's history: `day` counts from today (0), `time` is HH:MM in UTC. */
export interface PlannedEvent {
  day: number;
  time: string;
  kind: OrderEventKind;
  place?: string;
  note?: string;
}

/** An order of the demo shop, its days counted from today so that it is never out of date. */
export interface OrderPlan {
  number: string;
  customer: string;
  state: OrderState;
  promised: number;
  expected: number;
  shipping: 'standard' | 'express';
  address: Address;
  /** Id of the customer's payment method. */
  paidWith: string;
  carrier?: string;
  trackingNumber?: string;
  lines: { slug: string; quantity: number }[];
  /** Oldest first; the first is `placed`. */
  events: PlannedEvent[];
  refund?: { of: 'goods' | 'all'; state: 'waiting_for_goods' | 'processing' | 'paid'; expected?: number };
}

export const demoCarriers = ['Northway', 'Larkpost', 'Greyline'] as const;
