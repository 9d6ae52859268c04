import type { Money, Product } from '#protocol';

export interface Catalogue {
  all(): Promise<Product[]>;
  get(slug: string): Promise<Product | undefined>;
  /** Products whose name, noun or materials fit the words, best first; empty when nothing fits. */
  find(words: string, limit?: number): Promise<Product[]>;
  deliveryOptions(): Promise<{ id: string; price: Money; days: [min: number, max: number] }[]>;
}
