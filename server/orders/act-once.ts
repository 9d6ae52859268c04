import { eq } from 'drizzle-orm';
import type { Static, TSchema } from 'typebox';
import Value from 'typebox/value';
import { readDeliveryOptions } from '../catalogue/index.ts';
import { HexkeyError } from '../errors.ts';
import { noteChange, type ShopChange } from '../feed/index.ts';
import { type Db, isUniqueViolation } from '../store/index.ts';
import type { Act, Allowed, OrderOptions } from './contract.ts';
import { type Now, optionsFor } from './options.ts';
import { type OrderRows, readOrder } from './order-rows.ts';
import { orderActs } from './tables.ts';
import { TooLateError, type TooLateReason } from './too-late.ts';

type Kind = typeof orderActs.$inferSelect.kind;

interface Change<Of extends keyof OrderOptions, Terms extends TSchema> {
  kind: Kind;
  /** What must be allowed for it. */
  of: Of;
  /** Shape of what was agreed, kept with the key. */
  terms: Terms;
  make(rows: OrderRows, option: Extract<OrderOptions[Of], { allowed: true }>): Promise<Static<Terms>>;
  /** What the shop's back end is told. */
  tell(about: { at: string; customer: string; order: string }, terms: Static<Terms>): ShopChange;
}

export const notFound = (number: string) =>
  new HexkeyError('not_found', `There is no order ${number} in this account.`);

/**
 * Changes an order once for a key. The order's row stays locked until the caller's transaction ends, so that of two
 * changes at once the second sees what the first did. A known key answers its first terms again.
 */
export async function actOnce<Of extends keyof OrderOptions, Terms extends TSchema>(
  tx: Db,
  act: Act,
  now: Now,
  change: Change<Of, Terms>,
): Promise<Static<Terms>> {
  const rows = await readOrder(tx, act.customer, act.order, { lock: true });
  if (!rows) throw notFound(act.order);
  const [known] = await tx.select().from(orderActs).where(eq(orderActs.key, act.idempotencyKey));
  if (known) {
    if (known.order !== act.order || known.kind !== change.kind) throw keyTaken();
    return Value.Parse(change.terms, known.terms);
  }
  const option = optionsFor(rows, await readDeliveryOptions(tx), now)[change.of];
  const refused: Allowed<TooLateReason> = option;
  if (!refused.allowed) throw new TooLateError(act.order, change.of, refused.reason);
  const terms = await change.make(rows, option as Extract<OrderOptions[Of], { allowed: true }>);
  await keep(tx, { key: act.idempotencyKey, order: act.order, kind: change.kind, terms, at: now.at });
  const about = { at: now.at.toISOString(), customer: act.customer, order: act.order };
  await noteChange(tx, change.tell(about, terms));
  return terms;
}

async function keep(tx: Db, act: typeof orderActs.$inferInsert) {
  try {
    await tx.insert(orderActs).values(act);
  } catch (error) {
    if (isUniqueViolation(error)) throw keyTaken();
    throw error;
  }
}

const keyTaken = () =>
  new HexkeyError('conflict', 'This idempotency key was used for another change. Make a new one.');
