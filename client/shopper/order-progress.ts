import type { OrderState } from '#protocol';

export const milestones = ['placed', 'packed', 'shipped', 'out_for_delivery', 'delivered'] as const;
export type Milestone = (typeof milestones)[number];

/** How far an order is on its way, 0-4, or `undefined` once it has left that way (cancelled, lost, going back). */
export function milestoneOf(state: OrderState): number | undefined {
  const index = (milestones as readonly OrderState[]).indexOf(state);
  return index < 0 ? undefined : index;
}

export type StateTone = 'calm' | 'good' | 'attention';

export function stateTone(state: OrderState, delayDays: number): StateTone {
  if (state === 'delivered' || state === 'refunded') return 'good';
  if (state === 'lost' || state === 'cancelled') return 'attention';
  return delayDays > 0 && state !== 'returned' && state !== 'return_requested' ? 'attention' : 'calm';
}
