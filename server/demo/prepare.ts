import { readFileSync } from 'node:fs';
import Type from 'typebox';
import Value from 'typebox/value';
import { type Article, CannedReply } from '#protocol';
import { readArticleFolder, saveArticles } from '../articles/index.ts';
import { createCatalogue, saveDeliveryOptions, saveProducts } from '../catalogue/index.ts';
import { keepReplies } from '../desk/index.ts';
import {
  changes,
  dayOf,
  daysBetween,
  hasCustomers,
  type ImportedOrder,
  saveCustomers,
  saveOrders,
  savePickupPoints,
  savePolicies,
  shiftOrders,
} from '../orders/index.ts';
import { fromRoot } from '../paths.ts';
import type { Db, Store } from '../store/index.ts';
import { demoDeliveryOptions, demoPickupPoints } from './delivery-options.ts';
import { inventOrders } from './invent-orders.ts';
import { inventPeople } from './people.ts';
import { planToOrder } from './plan-to-order.ts';
import { demoProducts } from './products.ts';
import { seeded } from './random.ts';
import { demoOrders, demoShop } from './tables.ts';

const seed = 45192;
const customerCount = 200;
const orderCount = 800;

export interface DemoOptions {
  /** IANA name; decides when a new day begins. */
  timeZone: string;
  now?: Date;
}

/** What the demo shop says about itself, in both languages. */
async function demoArticles(): Promise<Article[]> {
  const { articles, problems } = await readArticleFolder(fromRoot('server', 'demo', 'articles'));
  const [wrong] = problems;
  if (wrong) throw new Error(`The demo shop's article ${wrong.file}: ${wrong.problem}.`);
  return articles;
}

/**
 * Fills an empty store with the demo shop, or rolls the dates of the one that is there forward to today, so that what
 * arrives tomorrow always does. A store with a shop's own data is left alone. Cheap when there is nothing to do: call
 * it at start and whenever a day may have begun.
 */
export const prepareDemoShop = (
  { db }: Pick<Store, 'db'>,
  { timeZone, now = new Date() }: DemoOptions,
): Promise<'filled' | 'rolled' | 'unchanged' | 'not_a_demo'> =>
  db.transaction(async (tx) => {
    const today = dayOf(now, timeZone);
    const [known] = await tx.select().from(demoShop).for('update');
    if (!known) {
      if ((await hasCustomers(tx)) || (await createCatalogue({ db: tx }).all()).length > 0)
        return 'not_a_demo';
      const first = await tx.insert(demoShop).values({ today }).onConflictDoNothing().returning();
      if (first.length === 0) return 'unchanged';
      await fill(tx, today, now);
      await saveArticles(tx, await demoArticles(), { origin: 'written', now });
      return 'filled';
    }
    const days = daysBetween(known.today, today);
    if (days <= 0) return 'unchanged';
    await tx.update(demoShop).set({ today });
    const numbers = await tx.select().from(demoOrders);
    await shiftOrders(
      tx,
      numbers.map(({ number }) => number),
      days,
      now,
    );
    return 'rolled';
  });

const Replies = Type.Array(Type.Omit(CannedReply, ['id']));

/** What staff of the demo shop have ready to say, in both languages. */
function demoReplies(): Omit<CannedReply, 'id'>[] {
  const json: unknown = JSON.parse(readFileSync(fromRoot('server', 'demo', 'kept-replies.json'), 'utf8'));
  return Value.Parse(Replies, json);
}

async function fill(tx: Db, today: string, now: Date) {
  const products = demoProducts();
  const random = seeded(seed);
  const people = inventPeople(random, customerCount);
  const bySlug = new Map(products.map((product) => [product.slug, product]));
  const orders: ImportedOrder[] = inventOrders(random, people, products, orderCount).map((plan) =>
    planToOrder(plan, bySlug, { today, now }),
  );
  await saveProducts(tx, products);
  await saveDeliveryOptions(tx, demoDeliveryOptions);
  await savePolicies(tx, { allowed: [...changes], orderNumberExamples: ['SO-45192'] });
  await savePickupPoints(tx, demoPickupPoints);
  await saveCustomers(
    tx,
    people.map(({ hubs: _, ...person }) => person),
  );
  await saveOrders(tx, orders);
  await keepReplies(tx, demoReplies());
  await tx.insert(demoOrders).values(orders.map(({ number }) => ({ number })));
}
