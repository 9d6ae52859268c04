import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { demoProducts } from '../../server/demo/products.ts';
import { fromRoot } from '../../server/paths.ts';
import { drawings } from './drawings.ts';
import { itemOf } from './item.ts';
import { backToFront, render } from './render.ts';
import { block } from './solid.ts';
import { bounds } from './space.ts';

describe('product pictures', () => {
  it.each(demoProducts().map((product) => [product.slug, product] as const))(
    'draw %s as it is kept',
    (slug, product) => {
      const draw = drawings[product.noun];
      if (!draw) throw new Error(`No drawing for a "${product.noun}"`);
      const kept = readFileSync(fromRoot('assets', 'pictures', `${slug}.svg`), 'utf8');
      expect(render(draw(itemOf(product)), slug)).toBe(kept);
      expect(kept).not.toMatch(/NaN|Infinity|undefined/);
      expect(kept.length).toBeLessThan(20_000);
    },
  );

  it('draw what is nearer over what is farther', () => {
    const near = block(bounds(0, 0, 0, 10, 10, 10), '#ffffff');
    const far = block(bounds(0, 20, 0, 10, 10, 10), '#ffffff');
    const above = block(bounds(0, 0, 10, 10, 10, 10), '#ffffff');
    expect(backToFront([above, near, far])).toEqual([far, near, above]);
  });
});
