import type { ProductBrief } from '#protocol';
import { goodsNamedIn, named } from '../slots/naming.ts';

export interface TextRange {
  from: number;
  to: number;
}

/** Where a text names something, and what it may stand for: several where one name is that of several. */
export interface Mention<Item> extends TextRange {
  items: Item[];
}

/** Where a text names goods, longest names first: "action camera" is no "camera". In the order of the text. */
export function goodsRanges(
  text: string,
  products: readonly Pick<ProductBrief, 'name' | 'noun'>[],
): TextRange[] {
  const ranges = goodsNamedIn(text, products).sort(
    (one, other) => one.from - other.from || other.to - one.to,
  );
  return ranges.filter(
    (range, at) => !ranges.slice(0, at).some(({ from, to }) => range.from >= from && range.to <= to),
  );
}

/** Where a text names these items by their products. */
export const mentionsOf = <Item>(
  text: string,
  items: readonly Item[],
  product: (item: Item) => ProductBrief,
): Mention<Item>[] =>
  goodsRanges(text, items.map(product)).flatMap(({ from, to }) => {
    const meant = named(text.slice(from, to), items, product);
    return meant.length > 0 ? [{ from, to, items: meant }] : [];
  });

/** The text with these ranges blank; what stands elsewhere stays where it is. */
export function blanked(text: string, ranges: readonly TextRange[]): string {
  const units = text.split('');
  for (const { from, to } of ranges) units.fill(' ', from, to);
  return units.join('');
}
