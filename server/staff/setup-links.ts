import { and, eq, gt, isNull } from 'drizzle-orm';
import type { Invitation, StaffRole } from '#protocol';
import { HexkeyError } from '../errors.ts';
import type { Db } from '../store/index.ts';
import { hashToken, newToken } from './secret-token.ts';
import { staffSetupLinks as links } from './tables.ts';

export const setUpMs = 24 * 3_600_000;
export const invitationMs = 7 * 24 * 3_600_000;
export const resetMs = 24 * 3_600_000;

type Link = typeof links.$inferSelect;
type Asked =
  | { purpose: 'set_up'; role: 'admin' }
  /** A reset is for an account that there is, which keeps its role. */
  | { purpose: 'invitation' | 'reset'; role: StaffRole; email: string };

/** A link for the purpose (and the email), which takes the place of an earlier one that nobody used. */
export async function makeLink(db: Db, asked: Asked, now: Date): Promise<{ token: string; expiresAt: Date }> {
  const token = newToken();
  const lifeMs = { set_up: setUpMs, invitation: invitationMs, reset: resetMs }[asked.purpose];
  const expiresAt = new Date(now.getTime() + lifeMs);
  const earlier = and(
    eq(links.purpose, asked.purpose),
    asked.purpose === 'set_up' ? undefined : eq(links.email, asked.email),
  );
  await db.transaction(async (tx) => {
    await tx.delete(links).where(and(earlier, isNull(links.usedAt)));
    await tx.insert(links).values({ tokenHash: hashToken(token), ...asked, createdAt: now, expiresAt });
  });
  return { token, expiresAt };
}

const isLink = (purpose: Link['purpose'], token: string) =>
  and(eq(links.tokenHash, hashToken(token)), eq(links.purpose, purpose));

/**
 * A link that could be used now; it stays as it is. What costs much is done for holders of one alone. Throws
 * `token_expired`, `too_late` and `not_found`.
 */
export async function requireLink(db: Db, purpose: Link['purpose'], token: string, now: Date): Promise<Link> {
  const [known] = await db.select().from(links).where(isLink(purpose, token));
  if (!known)
    throw new HexkeyError('not_found', 'There is no such link, or a newer one has taken its place.');
  if (known.usedAt)
    throw new HexkeyError('too_late', 'This link was used already. Sign in, or ask for a new one.');
  if (known.expiresAt <= now)
    throw new HexkeyError('token_expired', 'This link has ended. Ask for a new one.');
  return known;
}

/** Uses a link up, for one of those who try at once. Throws what `requireLink` throws. */
export async function spendLink(tx: Db, purpose: Link['purpose'], token: string, now: Date): Promise<Link> {
  const [used] = await tx
    .update(links)
    .set({ usedAt: now })
    .where(and(isLink(purpose, token), isNull(links.usedAt), gt(links.expiresAt, now)))
    .returning();
  return used ?? requireLink(tx, purpose, token, now);
}

const open = (now: Date) =>
  and(eq(links.purpose, 'invitation'), isNull(links.usedAt), gt(links.expiresAt, now));

/** Invitations that nobody has answered yet, newest first. */
export async function openInvitations(db: Db, now: Date): Promise<Invitation[]> {
  const rows = await db.select().from(links).where(open(now)).orderBy(links.createdAt);
  return rows.reverse().map((row) => ({
    email: row.email ?? '',
    role: row.role,
    expiresAt: row.expiresAt.toISOString(),
  }));
}

/** Uses up the invitation of an email that was proved otherwise. Undefined when there is none. */
export async function spendInvitationOf(tx: Db, email: string, now: Date): Promise<Link | undefined> {
  const [used] = await tx
    .update(links)
    .set({ usedAt: now })
    .where(and(open(now), eq(links.email, email)))
    .returning();
  return used;
}
