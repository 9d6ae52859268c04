import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { and, asc, gt, inArray, sql } from 'drizzle-orm';
import Type from 'typebox';
import Value from 'typebox/value';
import type { Identity } from '../identity/index.ts';
import type { Db, Store } from '../store/index.ts';
import { Cursor, ShopChange, ShopChanges } from './schemas.ts';
import { feedReader, shopChanges } from './tables.ts';

export interface FeedRoutesOptions {
  identity: Identity;
  store: Store;
}

/** At most `limit` changes that came after the cursor. */
export async function readChanges(db: Db, after: string, limit: number): Promise<ShopChanges> {
  const rows = await db
    .select()
    .from(shopChanges)
    .where(gt(shopChanges.id, BigInt(after)))
    .orderBy(asc(shopChanges.id))
    .limit(limit + 1);
  const page = rows.slice(0, limit);
  return {
    changes: page.map(({ change }) => Value.Parse(ShopChange, change)),
    next: page.at(-1)?.id.toString() ?? after,
    more: rows.length > limit,
  };
}

/** Keeps how far the shop's back end has read: it asks for what comes after that. */
async function noteSeen(db: Db, after: string): Promise<void> {
  const seen = BigInt(after);
  await db
    .insert(feedReader)
    .values({ seen })
    .onConflictDoUpdate({
      target: feedReader.id,
      set: { seen: sql`greatest(${feedReader.seen}, excluded.seen)` },
    });
}

/**
 * Changes of these orders or customers that the shop's back end did not know of when it sent something: those after the
 * cursor that it names, or else after the one it last read from. Oldest first.
 */
export async function unseenChanges(
  tx: Db,
  of: { orders: readonly string[] } | { customers: readonly string[] },
  after: string | undefined,
): Promise<ShopChange[]> {
  const [column, names] =
    'orders' in of ? [shopChanges.order, of.orders] : [shopChanges.customer, of.customers];
  if (names.length === 0) return [];
  const seen = after === undefined ? (await tx.select().from(feedReader))[0]?.seen : BigInt(after);
  const rows = await tx
    .select()
    .from(shopChanges)
    .where(and(gt(shopChanges.id, seen ?? 0n), inArray(column, [...names])))
    .orderBy(asc(shopChanges.id));
  return rows.map(({ change }) => Value.Parse(ShopChange, change));
}

/** The shop's back end learns here, with the shop's key, what was changed through Hexkey. */
export const feedRoutes: FastifyPluginAsyncTypebox<FeedRoutesOptions> = async (app, { identity, store }) => {
  app.get(
    '/v1/shop/changes',
    {
      onRequest: identity.requireShop,
      schema: {
        tags: ['shop'],
        security: [{ shop: [] }],
        summary: 'What shoppers changed through Hexkey',
        description:
          'Every change of an order or a customer and every ticket, oldest first and each once. Keep `next` once you ' +
          'have taken the page in, and ask with it as `after` from then on: imports leave alone what is newer.',
        querystring: Type.Object({
          after: Type.Optional(Cursor),
          limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500, default: 100 })),
        }),
        response: { 200: ShopChanges },
      },
    },
    async ({ query: { after, limit = 100 } }) => {
      if (after !== undefined) await noteSeen(store.db, after);
      return readChanges(store.db, after ?? '0', limit);
    },
  );
};
