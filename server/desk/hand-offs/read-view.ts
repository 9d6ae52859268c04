import { asc, eq } from 'drizzle-orm';
import type { ConversationView, InternalNote } from '#protocol';
import { HexkeyError } from '../../errors.ts';
import type { Db } from '../../store/index.ts';
import { ticketsOf } from '../../tickets/index.ts';
import { urgencyOf } from '../queue/handoff-rows.ts';
import { orderConcerned } from '../queue/order-concerned.ts';
import { type DeskSources, readWhoWaits } from '../queue/read-queue.ts';
import { internalNotes } from '../tables.ts';
import { latestHandoff } from './hand-over.ts';
import { lineOf } from './transcript.ts';

/** Everything staff see of a conversation that was handed to them. Throws `not_found`. */
export async function readView(sources: DeskSources, conversation: string): Promise<ConversationView> {
  const { db, conversations, orders, guides } = sources;
  const [row, story] = await Promise.all([
    latestHandoff(db, conversation),
    conversations.story(conversation),
  ]);
  if (!row || !story)
    throw new HexkeyError('not_found', 'This conversation was not handed to staff, or is there no more.');
  const [{ customer, email, orders: list, building }, contacts, notes, tickets] = await Promise.all([
    readWhoWaits(sources, row.customer),
    conversations.contacts(row.customer),
    notesOf(db, conversation),
    ticketsOf(db, conversation),
  ]);
  const product = building && guides.get(building.guide)?.product;
  const brief = orderConcerned(list, row.order ?? building?.order, product);
  const order = brief && (await orders.get(row.customer, brief.number));
  return {
    conversation,
    handoff: row.id,
    call: row.call ?? '',
    customer: {
      ...customer,
      ...(email !== undefined && { email }),
      ...(contacts.since && { since: contacts.since.toISOString() }),
      contacts: contacts.count,
    },
    language: story.language,
    reason: row.reason,
    mood: story.mood.mood === 'neutral' ? urgencyOf(row).mood : story.mood,
    moodOverTime: story.told.flatMap(({ entry, mood }) => (mood ? [{ at: entry.at, mood }] : [])),
    ...(order && { order }),
    orders: list,
    ...(building && {
      guide: {
        progress: building.id,
        slug: building.guide,
        step: building.step,
        enteredAt: building.enteredAt,
        follow: true,
      },
    }),
    transcript: story.told.map((told) => lineOf(told, customer.name)),
    notes,
    tickets,
    requestedAt: row.requestedAt.toISOString(),
    takenAt: (row.takenAt ?? row.requestedAt).toISOString(),
  };
}

async function notesOf(db: Db, conversation: string): Promise<InternalNote[]> {
  const rows = await db
    .select()
    .from(internalNotes)
    .where(eq(internalNotes.conversation, conversation))
    .orderBy(asc(internalNotes.id));
  return rows.map(({ id, by, text, at }) => ({ id, by, text, at: at.toISOString() }));
}
