import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import Type from 'typebox';
import { HexkeyError } from '../../errors.ts';
import type { Identity } from '../../identity/index.ts';
import type { Store } from '../../store/index.ts';
import { saveCustomers, saveOrders } from './save.ts';
import { ImportedCustomer, ImportedOrder } from './schemas.ts';

export interface ImportRoutesOptions {
  identity: Identity;
  store: Store;
}

const Saved = Type.Object({ saved: Type.Integer() });

/** The shop's back end sends its customers and orders here, with the shop's key; each call is all or nothing. */
export const importRoutes: FastifyPluginAsyncTypebox<ImportRoutesOptions> = async (
  app,
  { identity, store },
) => {
  const shop = { tags: ['shop'], security: [{ shop: [] }], response: { 200: Saved } };
  const route = {
    onRequest: identity.requireShop,
    bodyLimit: 8 * 1024 * 1024,
  };

  app.put(
    '/v1/shop/customers',
    {
      ...route,
      schema: {
        ...shop,
        summary: 'Add or replace customers',
        body: Type.Array(ImportedCustomer, { maxItems: 1000 }),
      },
    },
    async ({ body }) => {
      refuseRepeats(body.map(({ id }) => id));
      await store.db.transaction((tx) => saveCustomers(tx, body)).catch(explain);
      return { saved: body.length };
    },
  );

  app.put(
    '/v1/shop/orders',
    {
      ...route,
      schema: {
        ...shop,
        summary: 'Add or replace orders',
        body: Type.Array(ImportedOrder, { maxItems: 1000 }),
      },
    },
    async ({ body }) => {
      refuseRepeats(body.map(({ number }) => number));
      await store.db.transaction((tx) => saveOrders(tx, body)).catch(explain);
      return { saved: body.length };
    },
  );
};

function refuseRepeats(names: string[]) {
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice) throw new HexkeyError('bad_request', `${twice} is in the list twice. Send each once.`);
}

const noSuchDate = 'A date in the list does not exist in the calendar.';

/** A moment such as the 13th month's passes for one until it is read. */
const isNoMoment = (error: unknown) => error instanceof RangeError && error.message === 'Invalid time value';

/** SQLSTATEs of what a back end can get wrong: an unknown customer, a label used twice, a day that does not exist. */
const explanations: Record<string, string> = {
  '23503': 'An order belongs to a customer that the shop has not sent yet. Send customers first.',
  '23505': 'A customer has two addresses of one label. Give each its own.',
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
