import { and, isNotNull, lt } from 'drizzle-orm';
import type { Db } from '../store/index.ts';
import { carrierEvents, orderActs, orderEvents } from './tables.ts';

/**
 * Of orders' histories takes out the notes of before, in which people's words stand, and forgets which messages of carriers
 * and which changes were made: none comes again so late. The orders themselves are the shop's.
 */
export async function forgetOrderNotes(db: Db, before: Date): Promise<void> {
  await db
    .update(orderEvents)
    .set({ note: null })
    .where(and(lt(orderEvents.at, before), isNotNull(orderEvents.note)));
  await db.delete(orderActs).where(lt(orderActs.at, before));
  await db.delete(carrierEvents).where(lt(carrierEvents.receivedAt, before));
}
