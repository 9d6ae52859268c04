import { randomUUID } from 'node:crypto';
import { and, eq, inArray, isNull } from 'drizzle-orm';
import { HexkeyError } from '../errors.ts';
import type { Db } from '../store/index.ts';
import type { EndReason } from './contract.ts';
import { calls } from './tables.ts';

export type CallRow = typeof calls.$inferSelect;

/** Of a conversation that has several open at once none is made: the unique index keeps one, and it is answered. */
export async function openCall(
  tx: Db,
  { conversation, customer }: { conversation: string; customer: string },
  openedAt: Date,
): Promise<CallRow> {
  await tx.insert(calls).values({ id: randomUUID(), conversation, customer, openedAt }).onConflictDoNothing();
  const [row] = await tx.select().from(calls).where(isOpen(conversation));
  if (!row) throw new Error('a call that was just opened is not there');
  return row;
}

export async function openCallOf(db: Db, conversation: string): Promise<CallRow | undefined> {
  const [row] = await db.select().from(calls).where(isOpen(conversation));
  return row;
}

/** The call while it is open. Throws `not_found` and `too_late`. */
export async function liveCall(db: Db, id: string): Promise<CallRow> {
  const [row] = await db.select().from(calls).where(eq(calls.id, id));
  if (!row) throw noSuchCall();
  if (row.endedAt) throw callIsOver();
  return row;
}

/** The call, if it was this that ended it. */
export async function endCall(
  db: Db,
  id: string,
  endReason: EndReason,
  endedAt: Date,
): Promise<CallRow | undefined> {
  const [ended] = await db
    .update(calls)
    .set({ endedAt, endReason })
    .where(and(eq(calls.id, id), isNull(calls.endedAt)))
    .returning();
  return ended;
}

/** Photos and guests go with their call; recordings are deleted before. */
export async function forgetCalls(db: Db, conversations: string[]): Promise<void> {
  await db.delete(calls).where(inArray(calls.conversation, conversations));
}

const isOpen = (conversation: string) => and(eq(calls.conversation, conversation), isNull(calls.endedAt));

/** Said alike of a call that never was and of one that is somebody else's. */
export const noSuchCall = () => new HexkeyError('not_found', 'There is no such call.');

export const callIsOver = () =>
  new HexkeyError('too_late', 'This call is over. Ask for a person again if you still need one.');
