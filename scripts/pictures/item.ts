import type { Product } from '#protocol';
import { paintOf } from './paint.ts';
import type { Drawing } from './render.ts';

/** What a drawing is made from: measures in millimetres and the product's first colours. */
export interface Item {
  slug: string;
  w: number;
  d: number;
  h: number;
  paint: string;
  /** The second colour, or the first again. */
  accent: string;
}

export type Draw = (item: Item) => Drawing;

export function itemOf({ slug, dimensions, colours }: Product): Item {
  if (!dimensions) throw new Error(`${slug} has no dimensions to be drawn by.`);
  const [first = 'white', second = first] = colours;
  return {
    slug,
    w: dimensions.width,
    d: dimensions.depth,
    h: dimensions.height,
    paint: paintOf(first),
    accent: paintOf(second),
  };
}
