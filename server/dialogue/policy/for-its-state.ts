import type { Intent, OrderBrief } from '#protocol';
import { isHere, wasDelivered } from '../skills/ways-out.ts';

/** Of these two the order's state tells which is meant. */
export const siblingOf: Partial<Record<Intent, Intent>> = {
  exchange_item: 'change_items',
  change_items: 'exchange_item',
};

/** Things are exchanged once they are there and changed before they leave, whichever word is used. */
export function forItsState(
  orders: readonly OrderBrief[],
  intent: Intent,
  number: string | undefined,
): Intent {
  if (siblingOf[intent] === undefined) return intent;
  const order = orders.find((each) => each.number === number);
  if (order && wasDelivered(order)) return 'exchange_item';
  return order && isHere(order) ? 'change_items' : intent;
}
