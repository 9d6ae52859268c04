import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import Type from 'typebox';
import { Money, Product } from '#protocol';
import { HexkeyError, refuseRepeats } from '../errors.ts';
import type { Identity } from '../identity/index.ts';
import type { Store } from '../store/index.ts';
import type { Catalogue } from './contract.ts';
import { ImportedProduct, productOf } from './import.ts';
import { deleteProduct, saveDeliveryOptions, saveProducts } from './save.ts';

export interface CatalogueRoutesOptions {
  catalogue: Catalogue;
  identity: Identity;
  store: Store;
}

const Slug = Type.Object({ slug: Type.String({ pattern: '^[a-z0-9-]+$', maxLength: 100 }) });
const Search = Type.Object({
  q: Type.Optional(
    Type.String({ minLength: 1, maxLength: 200, description: 'Words; the best fit comes first.' }),
  ),
});
const Saved = Type.Object({ saved: Type.Integer() });
const Days = Type.Integer({ minimum: 0, maximum: 365 });
const DeliveryOptions = Type.Array(
  Type.Object({
    id: Type.String({ pattern: '^[a-z0-9-]+$', maxLength: 60 }),
    name: Type.Optional(Type.String({ minLength: 1, maxLength: 80 })),
    price: Money,
    minDays: Days,
    maxDays: Days,
  }),
  { maxItems: 20 },
);

/** What the shop sells, open to everyone; its back end keeps it up to date with the shop's key. */
export const catalogueRoutes: FastifyPluginAsyncTypebox<CatalogueRoutesOptions> = async (
  app,
  { catalogue, identity, store },
) => {
  const shown = { tags: ['catalogue'] };
  const shop = { tags: ['shop'], security: [{ shop: [] }] };
  const onRequest = identity.requireShop;

  app.get(
    '/v1/products',
    {
      schema: {
        ...shown,
        summary: 'All products, or those that fit some words',
        querystring: Search,
        response: { 200: Type.Array(Product) },
      },
    },
    async ({ query: { q } }) => (q ? catalogue.find(q, 20) : catalogue.all()),
  );

  app.get(
    '/v1/products/:slug',
    { schema: { ...shown, summary: 'One product', params: Slug, response: { 200: Product } } },
    async ({ params: { slug } }) => {
      const product = await catalogue.get(slug);
      if (!product) throw new HexkeyError('not_found', `The shop has no product ${slug}.`);
      return product;
    },
  );

  app.put(
    '/v1/shop/products',
    {
      onRequest,
      bodyLimit: 16 * 1024 * 1024,
      schema: {
        ...shop,
        summary: 'Add or replace products',
        body: Type.Array(ImportedProduct, { maxItems: 1000 }),
        response: { 200: Saved },
      },
    },
    async ({ body }) => {
      refuseRepeats(body.map(({ slug }) => slug));
      await store.db.transaction((tx) => saveProducts(tx, body.map(productOf)));
      return { saved: body.length };
    },
  );

  app.delete(
    '/v1/shop/products/:slug',
    {
      onRequest,
      schema: {
        ...shop,
        summary: 'Take a product out of the shop; orders keep what they say of it',
        params: Slug,
        response: { 200: Type.Object({ deleted: Type.String() }) },
      },
    },
    async ({ params: { slug } }) => {
      if (!(await deleteProduct(store.db, slug)))
        throw new HexkeyError('not_found', `The shop has no product ${slug}.`);
      return { deleted: slug };
    },
  );

  app.put(
    '/v1/shop/delivery-options',
    {
      onRequest,
      schema: {
        ...shop,
        summary: 'Add or replace ways of delivery: what the `shipping` of orders names',
        body: DeliveryOptions,
        response: { 200: Saved },
      },
    },
    async ({ body }) => {
      refuseRepeats(body.map(({ id }) => id));
      await saveDeliveryOptions(
        store.db,
        body.map(({ minDays, maxDays, ...option }) => ({ ...option, days: [minDays, maxDays] })),
      );
      return { saved: body.length };
    },
  );
};
