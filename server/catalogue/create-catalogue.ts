import { asc, eq } from 'drizzle-orm';
import type { Store } from '../store/index.ts';
import type { Catalogue } from './contract.ts';
import { readDeliveryOptions } from './delivery-options.ts';
import { toProduct } from './product-rows.ts';
import { rankProducts } from './rank.ts';
import { products } from './tables.ts';

const usualLimit = 5;

export function createCatalogue({ db }: Pick<Store, 'db'>): Catalogue {
  const all = async () => (await db.select().from(products).orderBy(asc(products.name))).map(toProduct);
  return {
    all,
    async get(slug) {
      const [row] = await db.select().from(products).where(eq(products.slug, slug));
      return row && toProduct(row);
    },
    find: async (words, limit = usualLimit) => rankProducts(await all(), words).slice(0, limit),
    deliveryOptions: () => readDeliveryOptions(db),
  };
}
