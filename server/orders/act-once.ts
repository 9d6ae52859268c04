import { eq } from 'drizzle-orm';
import type { Static, TSchema } from 'typebox';
import Value from 'typebox/value';
import { HexkeyError } from '../errors.ts';
import { noteChange, type ShopChange } from '../feed/index.ts';
import { type Db, isUniqueViolation } from '../store/index.ts';
import type { Agreed, Allowed, OrderAct, OrderOptions } from './contract.ts';
import { NotPossibleError } from './not-possible.ts';
import { optionsFor } from './options.ts';
import { type ActRow, type Now, type OrderCase, readCase } from './order-case.ts';
import { readOrder } from './order-rows.ts';
import { orderActs, type orders, type Undoing } from './tables.ts';
import { TooLateError, type TooLateReason } from './too-late.ts';
import type { OrderField } from './undo-option.ts';

export interface Change<Of extends keyof OrderOptions, Terms extends TSchema> {
  kind: ActRow['kind'];
  /** What must be allowed for it. */
  of: Of;
  /** Shape of what was agreed, kept with the key. */
  terms: Terms;
  /** What it sets, kept so that it can be taken back. */
  revocable?: { fields: readonly OrderField[]; lines?: boolean };
  make(at: OrderCase, option: Extract<OrderOptions[Of], { allowed: true }>): Promise<Static<Terms>>;
  /** Of the terms, what the customer was told. */
  said?: (terms: Static<Terms>) => Agreed;
  /** What the shop's back end is told. */
  tell(about: { at: string; customer: string; order: string }, terms: Static<Terms>): ShopChange;
}

export const noSuchOrder = (number: string) =>
  new HexkeyError('not_found', `There is no order ${number} in this account.`);

/**
 * Changes an order once for a key. The order's row stays locked until the caller's transaction ends, so that of two
 * changes at once the second sees what the first did. A known key answers its first terms again.
 */
export async function actOnce<Of extends keyof OrderOptions, Terms extends TSchema>(
  tx: Db,
  act: OrderAct,
  now: Now,
  change: Change<Of, Terms>,
): Promise<Static<Terms>> {
  const at = await readCase(tx, act.customer, act.order, now, { lock: true });
  if (!at) throw noSuchOrder(act.order);
  const known = await knownTerms(tx, act.idempotencyKey, change, { order: act.order });
  if (known) return known.terms;
  const option = optionsFor(at)[change.of];
  const refused: Allowed<TooLateReason> = option;
  if (!refused.allowed) throw new TooLateError(act.order, change.of, refused.reason);
  const lastMoney = { payment: at.payments.at(-1)?.id ?? 0, refund: at.refunds.at(-1)?.id ?? 0 };
  const terms = await change.make(at, option as Extract<OrderOptions[Of], { allowed: true }>);
  requireAgreed(act.agreed, change.said?.(terms) ?? {});
  await keepAct(tx, {
    key: act.idempotencyKey,
    customer: act.customer,
    order: act.order,
    kind: change.kind,
    terms,
    undo: change.revocable ? await undoingOf(tx, at, lastMoney, change.revocable) : null,
    at: now.at,
  });
  const about = { at: now.at.toISOString(), customer: act.customer, order: act.order };
  await noteChange(tx, change.tell(about, terms));
  return terms;
}

/** The terms kept with a key. Throws `conflict` where it was used for something else. */
export async function knownTerms<Terms extends TSchema>(
  tx: Db,
  key: string,
  { kind, terms }: { kind: ActRow['kind']; terms: Terms },
  of: { order: string } | { customer: string },
): Promise<{ terms: Static<Terms> } | undefined> {
  const [known] = await tx.select().from(orderActs).where(eq(orderActs.key, key));
  if (!known) return undefined;
  const same =
    'order' in of ? known.order === of.order : known.order === null && known.customer === of.customer;
  if (!same || known.kind !== kind) throw keyTaken();
  return { terms: Value.Parse(terms, known.terms) };
}

export async function keepAct(tx: Db, act: typeof orderActs.$inferInsert): Promise<void> {
  try {
    await tx.insert(orderActs).values(act);
  } catch (error) {
    if (isUniqueViolation(error)) throw keyTaken();
    throw error;
  }
}

const keyTaken = () =>
  new HexkeyError('conflict', 'This idempotency key was used for another change. Make a new one.');

/** Throws `not_possible` where what was said is not what is done: the caller's transaction then undoes it. */
export function requireAgreed(agreed: Agreed | undefined, done: Agreed): void {
  const { amount, day } = agreed ?? {};
  const sameAmount =
    !amount ||
    !done.amount ||
    (amount.amount === done.amount.amount && amount.currency === done.amount.currency);
  if (!sameAmount || (day && done.day && day !== done.day)) throw new NotPossibleError('terms_changed');
}

/** How things were, how they are now that the change is made, and what it paid. */
async function undoingOf(
  tx: Db,
  before: OrderCase,
  last: { payment: number; refund: number },
  { fields, lines }: { fields: readonly OrderField[]; lines?: boolean },
): Promise<Undoing> {
  const { number, customer } = before.order;
  const after = await readOrder(tx, customer, number);
  if (!after) throw noSuchOrder(number);
  const fieldsOf = (row: typeof orders.$inferSelect) =>
    Object.fromEntries(fields.map((field) => [field, row[field]]));
  const opening = before.payments.map(({ id }) => id);
  return {
    before: fieldsOf(before.order),
    after: fieldsOf(after.order),
    ...(lines && { lines: { before: before.lines, after: after.lines } }),
    payments: after.payments.filter(({ id }) => id > last.payment && !opening.includes(id)),
    refunds: after.refunds.filter(({ id }) => id > last.refund),
  };
}
