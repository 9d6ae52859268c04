import { randomUUID } from 'node:crypto';
import { and, asc, count, eq } from 'drizzle-orm';
import type { StaffChange } from '#protocol';
import { HexkeyError } from '../errors.ts';
import { type Db, isUniqueViolation } from '../store/index.ts';
import type { StaffRow } from './member.ts';
import { staff } from './tables.ts';

type NewAccount = Pick<StaffRow, 'name' | 'email' | 'role'> & { password?: string; demo?: boolean };

/** Throws `conflict` where the email has an account. */
export async function createAccount(tx: Db, account: NewAccount, now: Date): Promise<StaffRow> {
  try {
    const [row] = await tx
      .insert(staff)
      .values({ id: randomUUID(), ...account, createdAt: now })
      .returning();
    if (!row) throw new Error('an account that was just written is not there');
    return row;
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    throw new HexkeyError('conflict', 'This email has an account already. Sign in with it.', {
      cause: error,
    });
  }
}

export async function accountByEmail(db: Db, email: string): Promise<StaffRow | undefined> {
  const [row] = await db.select().from(staff).where(eq(staff.email, email));
  return row;
}

export async function accountById(db: Db, id: string): Promise<StaffRow | undefined> {
  const [row] = await db.select().from(staff).where(eq(staff.id, id));
  return row;
}

export async function changePassword(tx: Db, id: string, hashed: string): Promise<void> {
  await tx.update(staff).set({ password: hashed }).where(eq(staff.id, id));
}

export const allAccounts = (db: Db): Promise<StaffRow[]> =>
  db.select().from(staff).orderBy(asc(staff.name), asc(staff.id));

const activeAdmin = and(eq(staff.role, 'admin'), eq(staff.active, true));

export async function hasAdmin(db: Db): Promise<boolean> {
  const [row] = await db.select({ count: count() }).from(staff).where(activeAdmin);
  return (row?.count ?? 0) > 0;
}

/** Throws `not_found`, and `conflict` where nobody would be admin any more. */
export async function changeAccount(tx: Db, id: string, change: StaffChange): Promise<StaffRow> {
  // Locked in one order: of two admins who demote each other at once, one is refused.
  const admins = await tx.select().from(staff).where(activeAdmin).orderBy(staff.id).for('update');
  const [before] = await tx.select().from(staff).where(eq(staff.id, id));
  if (!before) throw new HexkeyError('not_found', 'There is no such member of staff.');
  const after = { ...before, ...change };
  const isLast = admins.length === 1 && admins[0]?.id === id;
  if (isLast && (after.role !== 'admin' || !after.active))
    throw new HexkeyError('conflict', 'Somebody has to be admin. Make somebody else admin first.');
  await tx.update(staff).set({ role: after.role, active: after.active }).where(eq(staff.id, id));
  return after;
}

/** Colleagues who can sign in with a password. */
export async function anyPassword(db: Db): Promise<boolean> {
  const rows = await db.select({ password: staff.password }).from(staff).where(eq(staff.active, true));
  return rows.some(({ password }) => password !== null);
}
