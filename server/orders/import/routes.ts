import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import Type from 'typebox';
import { PickupPoint } from '#protocol';
import { HexkeyError, refuseRepeats } from '../../errors.ts';
import { Cursor, ShopChange } from '../../feed/index.ts';
import type { Identity } from '../../identity/index.ts';
import type { Store } from '../../store/index.ts';
import { readPickupPoints, savePickupPoints } from '../pickup-points.ts';
import { PolicyChanges, readPolicies, ShopPolicies, savePolicies } from '../policies.ts';
import { saveCustomers, saveOrders } from './save.ts';
import { ImportedCustomer, ImportedOrder } from './schemas.ts';

export interface ImportRoutesOptions {
  identity: Identity;
  store: Store;
}

const Saved = Type.Object({
  saved: Type.Integer(),
  /** What was left alone because the customer changed it after the cursor, and those changes. */
  kept: Type.Array(
    Type.Object({
      order: Type.Optional(Type.String()),
      customer: Type.Optional(Type.String()),
      parts: Type.Array(Type.String()),
      changes: Type.Array(ShopChange),
    }),
  ),
});

const After = Type.Object({
  after: Type.Optional({
    ...Cursor,
    description:
      'The cursor of the change feed that had been read when this list was written. Changes that customers made after ' +
      'it are left as they are and told in `kept`. The cursor last read from where absent.',
  }),
});

/** The shop's back end sends its customers and orders here, with the shop's key; each call is all or nothing. */
export const importRoutes: FastifyPluginAsyncTypebox<ImportRoutesOptions> = async (
  app,
  { identity, store },
) => {
  const shop = { tags: ['shop'], security: [{ shop: [] }] };
  const list = { ...shop, querystring: After, response: { 200: Saved } };
  const route = {
    onRequest: identity.requireShop,
    bodyLimit: 16 * 1024 * 1024,
  };

  app.put(
    '/v1/shop/customers',
    {
      ...route,
      schema: {
        ...list,
        summary: 'Add or replace customers',
        body: Type.Array(ImportedCustomer, { maxItems: 1000 }),
      },
    },
    async ({ body, query }) => {
      refuseRepeats(body.map(({ id }) => id));
      const kept = await store.db.transaction((tx) => saveCustomers(tx, body, query)).catch(explain);
      return { saved: body.length, kept };
    },
  );

  app.put(
    '/v1/shop/orders',
    {
      ...route,
      schema: {
        ...list,
        summary: 'Add or replace orders',
        body: Type.Array(ImportedOrder, { maxItems: 1000 }),
      },
    },
    async ({ body, query }) => {
      refuseRepeats(body.map(({ number }) => number));
      const kept = await store.db.transaction((tx) => saveOrders(tx, body, query)).catch(explain);
      return { saved: body.length, kept };
    },
  );

  app.get(
    '/v1/shop/policies',
    {
      onRequest: identity.requireShop,
      schema: {
        ...shop,
        summary: 'What customers may change, and within what bounds',
        response: { 200: ShopPolicies },
      },
    },
    () => readPolicies(store.db),
  );

  app.put(
    '/v1/shop/policies',
    {
      onRequest: identity.requireShop,
      schema: {
        ...shop,
        summary: 'Set what customers may change; what is left out stays as it is',
        body: PolicyChanges,
        response: { 200: ShopPolicies },
      },
    },
    ({ body }) => store.db.transaction((tx) => savePolicies(tx, body)),
  );

  app.put(
    '/v1/shop/pickup-points',
    {
      ...route,
      schema: {
        ...shop,
        summary: 'Set the places where orders can be collected: these are all there are',
        body: Type.Array(PickupPoint, { maxItems: 5000 }),
        response: { 200: Type.Array(PickupPoint) },
      },
    },
    async ({ body }) => {
      refuseRepeats(body.map(({ id }) => id));
      await store.db.transaction((tx) => savePickupPoints(tx, body));
      return readPickupPoints(store.db);
    },
  );
};

const noSuchDate = 'A date in the list does not exist in the calendar.';

/** A moment such as the 13th month's passes for one until it is read. */
const isNoMoment = (error: unknown) => error instanceof RangeError && error.message === 'Invalid time value';

/** SQLSTATEs of what a back end can get wrong: an unknown customer, a name used twice, a day that does not exist. */
const explanations: Record<string, string> = {
  '23503': 'An order belongs to a customer that the shop has not sent yet. Send customers first.',
  '23505':
    'A customer has two addresses of one label or two payment methods of one id, or an order two lines of one id. Give each its own.',
  '22008': noSuchDate,
};

function explain(error: unknown): never {
  if (isNoMoment(error)) throw new HexkeyError('bad_request', noSuchDate, { cause: error });
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    const message = 'code' in cause && typeof cause.code === 'string' ? explanations[cause.code] : undefined;
    if (message) throw new HexkeyError('bad_request', message, { cause: error });
  }
  throw error;
}
