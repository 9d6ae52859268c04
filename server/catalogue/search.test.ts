import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoProducts } from '../demo/index.ts';
import { engines, type FreshStore, freshStore } from '../store/testing/fresh-store.ts';
import { createCatalogue, saveProducts } from './index.ts';
import { productWords } from './tables.ts';

describe.each(engines)('finding products in the store on %s', (engine) => {
  let store: FreshStore;
  const find = async (words: string) => (await createCatalogue(store).find(words, 5)).map(({ slug }) => slug);

  beforeAll(async () => {
    store = await freshStore(engine);
    const [wardrobe, ...others] = demoProducts();
    if (!wardrobe) throw new Error('the demo shop is empty');
    const named = { ...wardrobe, alsoCalled: ['衣柜', 'linen press'] };
    await store.db.transaction((tx) => saveProducts(tx, [named, ...others]));
  });
  afterAll(() => store.close());

  it.each([
    ['the Tarn wardrobe', 'tarn-wardrobe'],
    ['oak desk', 'ashby-desk'],
    ['bookcases', 'fenwick-bookcase'],
    ['a bookshelf', 'fenwick-bookcase'],
    ['TV', 'vista-television'],
    ['headfones', 'hush-headphones'],
    ['kitchen trolly', 'brook-kitchen-trolley'],
    ['linen press', 'tarn-wardrobe'],
    ['我想买一个衣柜', 'tarn-wardrobe'],
  ])('"%s" finds %s first', async (words, slug) => {
    expect((await find(words))[0]).toBe(slug);
  });

  it.each(['', 'the', 'a trip to Rome', '???', '%', "'; --", '衣'.repeat(300), 'x'.repeat(200)])(
    '"%s" finds nothing, or what it names',
    async (words) => {
      expect(await find(words)).toEqual([]);
    },
  );

  it('finds a product by its new words once it was sent again, and no more by the old ones', async () => {
    const [, product] = demoProducts();
    if (!product) throw new Error('the demo shop has one product alone');
    const renamed = { ...product, name: 'Zephyr sliding wardrobe', alsoCalled: ['gliderobe'] };
    await store.db.transaction((tx) => saveProducts(tx, [renamed]));
    expect((await find('zephyr'))[0]).toBe(product.slug);
    await store.db.transaction((tx) => saveProducts(tx, [product]));
    expect(await find('gliderobe')).toEqual([]);
  });

  it('finds products that were saved before their words were kept', async () => {
    await store.db.delete(productWords);
    expect((await find('Tarn wardrobe'))[0]).toBe('tarn-wardrobe');
  });
});
