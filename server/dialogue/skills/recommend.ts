import type { Product } from '#protocol';
import type { Catalogue } from '../../catalogue/contract.ts';
import type { Content } from '../replies/content.ts';
import { namingStrength } from '../slots/naming.ts';
import { defineSkill } from './define.ts';

const mostShown = 3;

/** Products of the kind that was named, else those that share words with the wish. */
async function fitting(catalogue: Catalogue, wish: string): Promise<Product[]> {
  const strength = (product: Product) => namingStrength(wish, product);
  const kind = (await catalogue.all()).filter((product) => strength(product) > 0);
  return kind.length > 0
    ? kind.sort((a, b) => strength(b) - strength(a))
    : catalogue.find(wish, mostShown * 2);
}

export const recommend = defineSkill({
  intents: ['recommend_product'],
  look: async ({ services, question }) =>
    (await fitting(services.catalogue, question))
      .filter((product) => product.inStock !== 0)
      .slice(0, mostShown),
  say({ language }, products): Content {
    const [first, ...others] = products;
    if (!first) return { lines: [['recommend.for_what']], expecting: 'free_text' };
    const names = new Intl.ListFormat(language === 'en' ? 'en-GB' : language, { type: 'disjunction' }).format(
      others.map(({ name }) => name),
    );
    return {
      lines: [
        ['recommend.first', { name: first.name, price: first.price }],
        ...(others.length > 0 ? ([['recommend.others', { list: names }]] satisfies Content['lines']) : []),
      ],
      card: { kind: 'products', products },
      buttons: products.map(({ slug, name }) => ({
        id: slug,
        label: ['choice.about', { name }],
        means: { do: 'start', skill: 'product_info', slots: { product: slug } },
      })),
    };
  },
});
