import type { Terms } from './shopper/terms.ts';

/** Whether a change is the one that was agreed to: what was told of it holds, and nothing else was changed. */
export function consented(change: Terms, agreed: Terms | undefined): boolean {
  if (!agreed || change.act !== agreed.act) return false;
  const same = (one: unknown, other: unknown) => one === undefined || other === undefined || one === other;
  return (
    same(change.order, agreed.order) &&
    same(change.address, agreed.address) &&
    same(change.amount, agreed.amount) &&
    same(change.reason, agreed.reason) &&
    same(itemsText(change), itemsText(agreed)) &&
    (agreed.methods === undefined ||
      (change.methods ?? []).every((method) => agreed.methods?.includes(method)))
  );
}

const itemsText = ({ items }: Terms): string | undefined =>
  items
    ?.map(({ item, to }) => (to === undefined ? item : `${item} ${to}`))
    .sort()
    .join();
