import type { Card } from '#protocol';
import type { FeedChange } from '../bench-shop/change-feed.ts';

const changesOfCards: Partial<Record<Card['kind'], string>> = {
  cancellation: 'cancelled',
  address_change: 'address_changed',
  shipping_upgrade: 'shipping_upgraded',
  return: 'return_requested',
};

/** The change has the terms of the card that was said yes to. */
export function isAsAgreed(change: FeedChange, agreed: Card | undefined): boolean {
  if (!agreed || changesOfCards[agreed.kind] !== change.kind) return false;
  if (!('order' in agreed) || agreed.order.number !== change.order) return false;
  switch (agreed.kind) {
    case 'address_change':
      return (['street', 'city', 'postcode'] as const).every(
        (part) => agreed.after[part] === change.address?.[part],
      );
    case 'shipping_upgrade':
      return agreed.price.amount === change.price?.amount;
    case 'cancellation':
    case 'return':
      return agreed.refund.amount === change.refund?.amount;
    default:
      return false;
  }
}
