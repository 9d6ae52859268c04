import { randomUUID } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import type { Language, Reply } from '#protocol';
import type { Bus } from '../../bus/contract.ts';
import type { Calls } from '../../calls/contract.ts';
import type { Conversations } from '../../dialogue/contract.ts';
import type { Staff } from '../../staff/index.ts';
import type { Db } from '../../store/index.ts';
import { type Handoff, placeInQueue, waitingHandoffs } from '../queue/handoff-rows.ts';
import { handoffs } from '../tables.ts';
import type { Attendance } from './attendance.ts';

export interface KeepAttendedParts {
  db: Db;
  bus: Bus;
  calls: Pick<Calls, 'end'>;
  staff: Pick<Staff, 'members'>;
  conversations: Pick<Conversations, 'facts'>;
  /** Who is at the desk. */
  presence: Pick<Attendance, 'awaySince'>;
  /** Which conversations stand open on a page of their customer's. */
  customers: Pick<Attendance, 'awaySince'>;
  now: () => Date;
  onError: (error: unknown) => void;
}

/** Milliseconds that staff may be offline, and waiting customers gone, before somebody else is helped or taken. */
export const staffGraceMs = 2 * 60_000;
export const customerGraceMs = 15 * 60_000;
const everyMs = 15_000;

/**
 * Nobody stands waiting for somebody who is not there. A conversation whose member of staff is offline for a while, or may
 * not sign in any more, goes back to the queue before others, and its customer is told. A customer who waits and has been
 * gone for a while is let go.
 */
export function keepAttended(parts: KeepAttendedParts) {
  const { bus, onError } = parts;
  let sweeping: Promise<void> = Promise.resolve();
  const sweep = () => {
    sweeping = sweeping.then(async () => {
      await returnUnattended(parts);
      await letGoOfThoseWhoLeft(parts);
    });
    const done = sweeping;
    sweeping = sweeping.catch(() => undefined);
    return done;
  };
  const sweepNow = () => void sweep().catch(onError);
  const timer = setInterval(sweepNow, everyMs);
  timer.unref();
  const stopListening = bus.subscribe('staff_session_ended', sweepNow);
  return {
    /** Resolves when everybody who is alone now has been seen to. */
    sweep,
    stop() {
      clearInterval(timer);
      stopListening();
    },
  };
}

async function returnUnattended(parts: KeepAttendedParts): Promise<void> {
  const { db, presence, staff, now } = parts;
  const taken = await db.select().from(handoffs).where(eq(handoffs.state, 'taken'));
  if (taken.length === 0) return;
  const active = new Set((await staff.members()).map(({ id }) => id));
  const goneBefore = now().getTime() - staffGraceMs;
  for (const row of taken) {
    const holder = row.takenBy ?? '';
    const awaySince = presence.awaySince(holder);
    const gone = awaySince !== undefined && awaySince.getTime() <= goneBefore;
    if (!active.has(holder) || gone) await returnToQueue(parts, row);
  }
}

/** Once, whoever sees it first, and not when they have taken up again or handed over meanwhile. */
async function returnToQueue(
  { db, bus, calls, conversations, now }: KeepAttendedParts,
  { id, takenBy, call, conversation }: Handoff,
): Promise<void> {
  const at = now();
  const place = await db.transaction(async (tx) => {
    const [returned] = await tx
      .update(handoffs)
      .set({ state: 'waiting', takenBy: null, takenAt: null, call: null, returnedAt: at })
      .where(and(eq(handoffs.id, id), eq(handoffs.state, 'taken'), eq(handoffs.takenBy, takenBy ?? '')))
      .returning();
    return returned && placeInQueue(tx, returned.id, at);
  });
  if (place === undefined) return;
  if (call) await calls.end(call, 'transferred');
  bus.publish('handoff_changed', { conversation });
  bus.publish('staff_joined', { conversation, staff: null });
  const language = (await conversations.facts([conversation])).get(conversation)?.language ?? 'en';
  bus.publish('customer_told', { conversation, reply: backInQueue(language, place, at) });
}

const backInQueueWords: Record<Language, (place: number) => string[]> = {
  en: (place) => [
    'The colleague who was helping you had to leave.',
    place === 1
      ? 'You are the first in the queue again, and somebody else takes over.'
      : `You are number ${place} in the queue, and somebody else takes over.`,
  ],
  zh: (place) => [
    '刚才为您服务的同事暂时离开了。',
    place === 1
      ? '您重新排在第一位，很快会有其他同事接待您。'
      : `您现在排在第${place}位，会有其他同事接待您。`,
  ],
};

function backInQueue(language: Language, place: number, at: Date): Reply {
  const speech = backInQueueWords[language](place);
  return {
    id: randomUUID(),
    text: speech.join(language === 'zh' ? '' : ' '),
    speech,
    choices: [],
    expecting: 'anything',
    intent: 'human_agent',
    mood: { mood: 'neutral', intensity: 0 },
    tone: 'reassuring',
    at: at.toISOString(),
  };
}

async function letGoOfThoseWhoLeft({ db, bus, customers, now }: KeepAttendedParts): Promise<void> {
  const goneBefore = now().getTime() - customerGraceMs;
  for (const { id, conversation } of await waitingHandoffs(db)) {
    const since = customers.awaySince(conversation);
    if (since === undefined || since.getTime() > goneBefore) continue;
    const [left] = await db
      .update(handoffs)
      .set({ state: 'closed', closedAt: now(), endReason: 'customer_left' })
      .where(and(eq(handoffs.id, id), eq(handoffs.state, 'waiting')))
      .returning({ id: handoffs.id });
    if (left) bus.publish('handoff_changed', { conversation });
  }
}
