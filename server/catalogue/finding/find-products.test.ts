import { describe, expect, it } from 'vitest';
import { demoProducts } from '../../demo/products.ts';
import { findProducts, parseConstraints } from './index.ts';

const products = demoProducts();
const find = (text: string) =>
  findProducts(
    parseConstraints(text, { language: /\p{Script=Han}/u.test(text) ? 'zh' : 'en', products }),
    products,
  );

describe('products that hold to everything stated', () => {
  it.each([
    ["I'm looking for a desk under 300 quid that fits a 120 cm wall", ['nib-wall-desk']],
    ['anything cheaper than the tarn wardrobe', ['pip-childrens-wardrobe']],
    ['a wardrobe that fits under a 150 cm ceiling', ['pip-childrens-wardrobe']],
    ['a dining table that seats 8', ['mill-dining-table']],
    ['wardrobe in mint', ['pip-childrens-wardrobe']],
    ['a table between 100 and 160 pounds', ['lea-drop-leaf-table', 'skerry-coffee-table']],
    ['a bed for a 90 by 200 mattress', ['dormer-single-bed', 'crow-bunk-bed']],
    ['something for the hallway under £80', ['hollow-coat-rack']],
    ['三百块以内、120厘米宽的墙放得下的书桌', ['nib-wall-desk']],
    ['沙发，不要皮的', ['merrow-sofa', 'merrow-corner-sofa']],
    ['a bookcase or an armchair for less than a hundred and fifty quid', ['fenwick-bookcase']],
    ['有没有两百镑以内的椅子，不要办公椅', ['wren-dining-chair']],
    ['想买沙发，除了沙发床都可以，不超过九百镑', ['merrow-sofa']],
    ['any chairs under two hundred, no office chairs', ['wren-dining-chair']],
    ['a chair under £200, anything but an office chair', ['wren-dining-chair']],
  ])('%s', (text, slugs) => {
    expect(find(text).fits.map(({ slug }) => slug)).toEqual(slugs);
  });
});

describe('where nothing holds', () => {
  it.each([
    ['a sofa that goes through a 75 cm door', 'merrow-sofa', 'passage'],
    ['a kitchen trolley with no wheels', 'brook-kitchen-trolley', 'feature'],
    ["headphones that aren't leather", 'hush-headphones', 'material'],
    ['a sofa under 800', 'merrow-sofa', 'price'],
    ['a bookcase no taller than 5 ft', 'fenwick-bookcase', 'size'],
  ])('%s: the nearest is named with what it breaks', (text, slug, kind) => {
    const { fits, nearest } = find(text);
    expect(fits).toEqual([]);
    expect(nearest?.product.slug).toBe(slug);
    expect(nearest?.breaks.map((each) => each.kind)).toEqual([kind]);
  });

  it('what the shop does not sell has no nearest', () => {
    expect(find('do you sell car tyres')).toEqual({ fits: [] });
  });
});

describe('words inside a product’s name', () => {
  it('are no condition, however the name is shortened', () => {
    const { constraints } = parseConstraints('merrow three seater vs the nook sofa bed which is wider', {
      language: 'en',
      products,
    });
    expect(constraints.map(({ kind }) => kind)).not.toContain('seats');
  });
});
