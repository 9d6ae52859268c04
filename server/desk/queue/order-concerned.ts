import type { OrderBrief } from '#protocol';

/**
 * The order that a conversation is about: the one that was named, else the one that brought what they are building; else
 * their newest, which the desk shows beside the others.
 *
 * @param orders newest first.
 * @param number of the order that they named, or began the guide from.
 * @param product slug of what they are building.
 */
export function orderConcerned(
  orders: readonly OrderBrief[],
  number: string | null | undefined,
  product: string | undefined,
): OrderBrief | undefined {
  return (
    orders.find((order) => order.number === number) ??
    orders.find(({ mainProduct }) => mainProduct.slug === product) ??
    orders[0]
  );
}
