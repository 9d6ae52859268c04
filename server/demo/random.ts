import { seededRandom } from './seeded-random.ts';

/** Numbers that look random and are the same for the same seed. */
export interface Random {
  /** 0 up to, not including, 1. */
  next(): number;
  /** Both ends included. */
  integer(min: number, max: number): number;
  pick<Item>(items: readonly Item[]): Item;
  /** One of the entries, each as likely as its share of the sum. */
  weighted<Item>(items: readonly (readonly [item: Item, share: number])[]): Item;
}

export function seeded(seed: number): Random {
  const next = seededRandom(seed);
  const integer = (min: number, max: number) => min + Math.floor(next() * (max - min + 1));
  const pick = <Item>(items: readonly Item[]) => items[integer(0, items.length - 1)] as Item;
  return {
    next,
    integer,
    pick,
    weighted<Item>(items: readonly (readonly [Item, number])[]) {
      let left = next() * items.reduce((sum, [, share]) => sum + share, 0);
      for (const [item, share] of items) {
        left -= share;
        if (left < 0) return item;
      }
      return pick(items)[0];
    },
  };
}
