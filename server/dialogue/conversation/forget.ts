import { inArray, lt } from 'drizzle-orm';
import type { Db } from '../../store/index.ts';
import { conversations } from '../tables.ts';

/** Conversations in which nothing was said since `before`, oldest first. */
export async function quietSince(db: Db, before: Date): Promise<string[]> {
  const rows = await db
    .select({ id: conversations.id })
    .from(conversations)
    .where(lt(conversations.updatedAt, before))
    .orderBy(conversations.updatedAt);
  return rows.map(({ id }) => id);
}

/** Deletes conversations with all that was said in them. */
export async function forgetTalk(db: Db, ids: string[]): Promise<void> {
  await db.delete(conversations).where(inArray(conversations.id, ids));
}
