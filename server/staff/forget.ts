import { lt } from 'drizzle-orm';
import type { Db } from '../store/index.ts';
import { staffSetupLinks } from './tables.ts';

/** Deletes invitations and other links that ended before: they name who was invited. */
export async function forgetLinks(db: Db, before: Date): Promise<void> {
  await db.delete(staffSetupLinks).where(lt(staffSetupLinks.expiresAt, before));
}
