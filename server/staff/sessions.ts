import { eq, lt, or } from 'drizzle-orm';
import type { Db } from '../store/index.ts';
import type { StaffSignedIn } from './contract.ts';
import { memberOf } from './member.ts';
import { hashToken, newToken } from './secret-token.ts';
import { staff, staffSessions } from './tables.ts';

/** Milliseconds without a sign of life after which a session ends, and for which it lives at most. */
export const idleMs = 30 * 60_000;
export const longestMs = 10 * 3_600_000;
/** Signs of life are written no more often. */
const writeEveryMs = 30_000;

export type Session = StaffSignedIn & { token: string };

export function createSessions(db: Db, now: () => Date) {
  const expiryOf = ({ startedAt, seenAt }: { startedAt: Date; seenAt: Date }) =>
    new Date(Math.min(seenAt.getTime() + idleMs, startedAt.getTime() + longestMs));
  return {
    /** A new one with a token of its own, whatever token the browser had before. */
    async begin(tx: Db, id: string): Promise<Session> {
      const at = now();
      const token = newToken();
      const tokenHash = hashToken(token);
      await tx.delete(staffSessions).where(ended(at));
      await tx.insert(staffSessions).values({ tokenHash, staff: id, startedAt: at, seenAt: at });
      const [member] = await tx.update(staff).set({ lastSeenAt: at }).where(eq(staff.id, id)).returning();
      if (!member) throw new Error('a session was begun for nobody');
      const expiresAt = expiryOf({ startedAt: at, seenAt: at });
      return { token, session: tokenHash, staff: memberOf(member), expiresAt };
    },

    /** Who has this session, if it has not ended: a sign of life. */
    async see(session: string): Promise<StaffSignedIn | undefined> {
      const [row] = await db
        .select()
        .from(staffSessions)
        .innerJoin(staff, eq(staff.id, staffSessions.staff))
        .where(eq(staffSessions.tokenHash, session));
      const at = now();
      if (!row?.staff.active || expiryOf(row.staff_sessions) <= at) return undefined;
      const { startedAt, seenAt } = row.staff_sessions;
      if (at.getTime() - seenAt.getTime() >= writeEveryMs) {
        await db.update(staffSessions).set({ seenAt: at }).where(eq(staffSessions.tokenHash, session));
        await db.update(staff).set({ lastSeenAt: at }).where(eq(staff.id, row.staff.id));
      }
      return { staff: memberOf(row.staff), session, expiresAt: expiryOf({ startedAt, seenAt: at }) };
    },

    /** Whose it was; undefined when there was none. */
    async end(session: string): Promise<string | undefined> {
      const [row] = await db
        .delete(staffSessions)
        .where(eq(staffSessions.tokenHash, session))
        .returning({ staff: staffSessions.staff });
      return row?.staff;
    },

    endAll: (tx: Db, id: string) => tx.delete(staffSessions).where(eq(staffSessions.staff, id)),
  };
}
export type Sessions = ReturnType<typeof createSessions>;

const ended = (at: Date) =>
  or(
    lt(staffSessions.seenAt, new Date(at.getTime() - idleMs)),
    lt(staffSessions.startedAt, new Date(at.getTime() - longestMs)),
  );
