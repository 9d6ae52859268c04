import { lt } from 'drizzle-orm';
import type { Db } from '../store/index.ts';
import { guideProgress } from './tables.ts';

/** Deletes how far people came who have not been at a step since before. */
export async function forgetProgress(db: Db, before: Date): Promise<void> {
  await db.delete(guideProgress).where(lt(guideProgress.enteredAt, before));
}
