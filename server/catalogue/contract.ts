import type { Product } from '#protocol';
import type { DeliveryOption } from './delivery-options.ts';

export interface Catalogue {
  /** Everything: long in a big shop. What an utterance may name is found by `find`. */
  all(): Promise<Product[]>;
  get(slug: string): Promise<Product | undefined>;
  /** Products whose name, noun, other names, materials, colours or variants fit the words, best first; empty when nothing fits. */
  find(words: string, limit?: number): Promise<Product[]>;
  /** Products of these nouns, by name; the first 500 of a kind that has more. */
  ofNouns(nouns: readonly string[]): Promise<Product[]>;
  deliveryOptions(): Promise<DeliveryOption[]>;
}
