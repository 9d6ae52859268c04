import { and, eq, sql } from 'drizzle-orm';
import type { StaffMember } from '#protocol';
import { HexkeyError } from '../../errors.ts';
import { isAtLeast } from '../../staff/index.ts';
import type { Db } from '../../store/index.ts';
import type { Handoff } from '../queue/handoff-rows.ts';
import { handoffs } from '../tables.ts';

/** Takes somebody who waits. One statement decides: of several at once, one gets the row. */
export async function takeHandoff(tx: Db, id: number, staff: string, now: Date): Promise<Handoff> {
  const [taken] = await tx
    .update(handoffs)
    .set({
      state: 'taken',
      takenBy: staff,
      takenAt: now,
      firstTakenAt: sql`coalesce(${handoffs.firstTakenAt}, ${now.toISOString()}::timestamptz)`,
    })
    .where(and(eq(handoffs.id, id), eq(handoffs.state, 'waiting')))
    .returning();
  if (taken) return taken;
  const [known] = await tx.select().from(handoffs).where(eq(handoffs.id, id));
  if (!known) throw new HexkeyError('not_found', 'Nobody waits under this number.');
  throw new HexkeyError('conflict', 'Somebody else was quicker, or it is over already.');
}

type Change = Partial<Pick<Handoff, 'state' | 'takenBy' | 'takenAt' | 'closedAt' | 'call' | 'endReason'>>;

/** Changes a conversation that this member of staff has; a supervisor may for others. Throws `conflict`. */
export async function changeHeld(
  tx: Db,
  staff: StaffMember,
  conversation: string,
  change: Change,
): Promise<{ before: Handoff; after: Handoff }> {
  const [before] = await tx
    .select()
    .from(handoffs)
    .where(and(eq(handoffs.conversation, conversation), eq(handoffs.state, 'taken')))
    .for('update');
  if (!before || !(before.takenBy === staff.id || isAtLeast(staff.role, 'supervisor'))) throw notHeld();
  const [after] = await tx
    .update(handoffs)
    .set(change)
    .where(and(eq(handoffs.id, before.id), eq(handoffs.state, 'taken')))
    .returning();
  if (!after) throw notHeld();
  return { before, after };
}

export const notHeld = () =>
  new HexkeyError('conflict', 'You do not have this conversation (any more): accept it first.');

/** The newest hand-off of a conversation. */
export async function latestHandoff(db: Db, conversation: string): Promise<Handoff | undefined> {
  const [row] = await db
    .select()
    .from(handoffs)
    .where(eq(handoffs.conversation, conversation))
    .orderBy(sql`${handoffs.id} desc`)
    .limit(1);
  return row;
}

/** The conversation that somebody has and whose call this is. */
export async function heldWithCall(db: Db, call: string): Promise<Handoff | undefined> {
  const [row] = await db
    .select()
    .from(handoffs)
    .where(and(eq(handoffs.call, call), eq(handoffs.state, 'taken')));
  return row;
}

/** Takes a conversation from whoever has it, back to the front of the queue. Throws `not_found`. */
export async function releaseHandoff(db: Db, conversation: string, now: Date): Promise<void> {
  const [released] = await db
    .update(handoffs)
    .set({ state: 'waiting', takenBy: null, takenAt: null, call: null, returnedAt: now })
    .where(and(eq(handoffs.conversation, conversation), eq(handoffs.state, 'taken')))
    .returning({ id: handoffs.id });
  if (!released) throw new HexkeyError('not_found', 'Nobody has this conversation.');
}
