import type { GoalItem, Target } from '../goal-file.ts';
import { cents, found, type RetailData, type RetailVariant, variantOf } from '../retail-data.ts';

/** Variants that satisfy a wish, those that can be had. The item itself never does. */
export function variantsFor(data: RetailData, { item }: GoalItem, target: Target): RetailVariant[] {
  const { product, options } = variantOf(data, item);
  const free = target.open === 'any' ? Object.keys(options) : (target.open ?? []);
  const fits = (variant: RetailVariant) =>
    Object.entries(variant.options).every(([name, value]) => {
      const wanted = target.options[name];
      if (wanted !== undefined) return wanted === value;
      return free.includes(name) || options[name] === value;
    });
  const there = Object.values(product.variants).filter(
    (variant) => variant.item_id !== item && variant.available && fits(variant),
  );
  if (!target.choose) return there;
  const prices = there.map(({ price }) => price);
  const best = target.choose === 'cheapest' ? Math.min(...prices) : Math.max(...prices);
  return there.filter(({ price }) => price === best);
}

/** What a shopper takes for an item: the first wish that can be had, within the price; none where nothing will do. */
export function acceptable(data: RetailData, order: string, item: GoalItem, from = 0): Set<string> {
  const paid = found(data.orders, order).items.find(({ item_id }) => item_id === item.item)?.price ?? 0;
  const affordable = ({ price }: RetailVariant) =>
    item.atMost === undefined || cents(price) - cents(paid) <= cents(item.atMost);
  for (const target of (item.to ?? []).slice(from)) {
    const there = variantsFor(data, item, target);
    if (there.length > 0) return new Set(there.filter(affordable).map(({ item_id }) => item_id));
  }
  return new Set();
}
