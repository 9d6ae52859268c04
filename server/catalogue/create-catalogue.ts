import { asc, inArray } from 'drizzle-orm';
import type { Store } from '../store/index.ts';
import type { Catalogue } from './contract.ts';
import { readDeliveryOptions } from './delivery-options.ts';
import { readProducts, withVariants } from './product-rows.ts';
import { indexMissing } from './save.ts';
import { searchProducts } from './search.ts';
import { products } from './tables.ts';

const usualLimit = 5;
/** Products of the same kinds that are read at once. */
const mostOfKinds = 500;

export function createCatalogue({ db }: Pick<Store, 'db'>): Catalogue {
  let indexed: Promise<void> | undefined;
  /** Once: products saved before their words were kept. */
  const index = () => {
    indexed ??= indexMissing(db);
    indexed.catch(() => {
      indexed = undefined;
    });
    return indexed;
  };
  return {
    all: async () => withVariants(db, await db.select().from(products).orderBy(asc(products.name))),
    get: async (slug) => (await readProducts(db, [slug])).get(slug),
    async find(words, limit = usualLimit) {
      await index();
      return searchProducts(db, words, limit);
    },
    async ofNouns(nouns) {
      if (nouns.length === 0) return [];
      const rows = await db
        .select()
        .from(products)
        .where(inArray(products.noun, [...nouns]))
        .orderBy(asc(products.name))
        .limit(mostOfKinds);
      return withVariants(db, rows);
    },
    deliveryOptions: () => readDeliveryOptions(db),
  };
}
