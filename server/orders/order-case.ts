import { and, asc, eq } from 'drizzle-orm';
import type { PaymentMethod, PickupPoint } from '#protocol';
import { type DeliveryOption, readDeliveryOptions } from '../catalogue/index.ts';
import type { Db } from '../store/index.ts';
import { type PaidOrderRows, readMethods, readOrder } from './order-rows.ts';
import { readPickupPoints } from './pickup-points.ts';
import { readPolicies, type ShopPolicies } from './policies.ts';
import { orderActs, orderEvents } from './tables.ts';

export type ActRow = typeof orderActs.$inferSelect;

export interface Now {
  at: Date;
  timeZone: string;
}

/** An order with all that decides what can be done with it. */
export interface OrderCase extends PaidOrderRows {
  now: Now;
  policies: ShopPolicies;
  delivery: DeliveryOption[];
  points: PickupPoint[];
  /** The customer's. */
  methods: PaymentMethod[];
  /** What was changed here and not taken back, oldest first. */
  acts: ActRow[];
  /** The carrier has fetched what goes back. */
  returnCollected: boolean;
}

export async function readCase(
  db: Db,
  customer: string,
  number: string,
  now: Now,
  { lock = false } = {},
): Promise<OrderCase | undefined> {
  const rows = await readOrder(db, customer, number, { lock });
  if (!rows) return undefined;
  const acts = await db
    .select()
    .from(orderActs)
    .where(eq(orderActs.order, number))
    .orderBy(asc(orderActs.seq));
  const collected = await db
    .select({ id: orderEvents.id })
    .from(orderEvents)
    .where(and(eq(orderEvents.order, number), eq(orderEvents.kind, 'return_collected')))
    .limit(1);
  return {
    ...rows,
    now,
    policies: await readPolicies(db),
    delivery: await readDeliveryOptions(db),
    points: await readPickupPoints(db),
    methods: await readMethods(db, customer),
    acts: acts.filter(({ kind, undoneAt }) => kind !== 'undo' && undoneAt === null),
    returnCollected: collected.length > 0,
  };
}
