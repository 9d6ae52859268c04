import type { CannedReply } from '#protocol';
import type { Db } from '../../store/index.ts';
import { cannedReplies } from '../tables.ts';
import { requireKnownVariables } from './reply-variables.ts';

/** Keeps replies ready beside those that are there. Throws `bad_request` for a variable that nothing fills in. */
export async function keepReplies(db: Db, replies: Omit<CannedReply, 'id'>[]): Promise<void> {
  for (const { text } of replies) requireKnownVariables(text);
  await db.insert(cannedReplies).values(replies);
}
