import { readFileSync } from 'node:fs';
import Type from 'typebox';
import Value from 'typebox/value';
import { Product } from '#protocol';
import { fromRoot } from '../paths.ts';
import { demoVariants } from './variants.ts';

const Written = Type.Array(Type.Omit(Product, ['picture', 'category']));

function read(category: 'furniture' | 'electronics'): Product[] {
  const json: unknown = JSON.parse(readFileSync(fromRoot('server', 'demo', `${category}.json`), 'utf8'));
  return Value.Parse(Written, json).map((written) => {
    const product = { ...written, category, picture: `/pictures/${written.slug}.svg` };
    const variants = demoVariants(product);
    return { ...product, ...(variants.length > 0 && { variants }) };
  });
}

/** The demo shop's 60 products: 38 pieces of furniture, 22 of electronics. */
export const demoProducts = (): Product[] => [...read('furniture'), ...read('electronics')];
