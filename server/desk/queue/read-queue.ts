import type { GuideProgress, MoodReading, QueueEntry } from '#protocol';
import type { Conversations } from '../../dialogue/contract.ts';
import type { Guides } from '../../guides/contract.ts';
import type { Orders } from '../../orders/contract.ts';
import type { Db } from '../../store/index.ts';
import type { Attendance } from '../hand-offs/attendance.ts';
import { urgencyOf, waitingHandoffs } from './handoff-rows.ts';
import { orderConcerned } from './order-concerned.ts';
import { byTurn, priorityOf } from './priority.ts';

/** Where the desk reads what staff are to know. */
export interface DeskSources {
  db: Db;
  conversations: Conversations;
  orders: Pick<Orders, 'customer' | 'list' | 'get'>;
  guides: Pick<Guides, 'current' | 'get'>;
  /** Since when no page of the conversation's customer is open; all are taken to be there without it. */
  customers?: Pick<Attendance, 'awaySince'>;
}

/** A reload or a tunnel is no leaving. */
const goneAfterMs = 60_000;

/** Everybody who waits, soonest first: what was known when they asked, and what has changed since. */
export async function readQueue(sources: DeskSources, now: Date): Promise<QueueEntry[]> {
  const rows = await waitingHandoffs(sources.db);
  const facts = await sources.conversations.facts(rows.map(({ conversation }) => conversation));
  const entries = await Promise.all(
    rows.map(async (row): Promise<QueueEntry> => {
      const { customer, orders, building } = await readWhoWaits(sources, row.customer);
      const told = facts.get(row.conversation);
      const product = building && sources.guides.get(building.guide)?.product;
      const order = orderConcerned(orders, row.order ?? building?.order, product);
      const mood = told ? strongest(urgencyOf(row).mood, told.mood) : urgencyOf(row).mood;
      const { priority, reasons } = priorityOf(
        {
          ...urgencyOf(row),
          mood,
          orderValue: row.orderValue ?? order?.total.amount,
          atStepSince: building && new Date(building.enteredAt),
        },
        now,
      );
      return {
        handoff: row.id,
        conversation: row.conversation,
        customer,
        language: told?.language ?? 'en',
        reason: row.reason,
        mood,
        ...(told?.lastWords && { lastWords: told.lastWords }),
        ...(order && { order }),
        ...guideOf(sources.guides, building, told?.language ?? 'en'),
        requestedAt: row.requestedAt.toISOString(),
        ...awayOf(sources, row.conversation, now),
        priority,
        reasons,
      };
    }),
  );
  const withId = (entry: QueueEntry) => ({
    ...entry,
    id: entry.handoff,
    gone: entry.awaySince !== undefined,
  });
  return entries.sort((one, other) => byTurn(withId(one), withId(other)));
}

function awayOf({ customers }: DeskSources, conversation: string, now: Date): Pick<QueueEntry, 'awaySince'> {
  const since = customers?.awaySince(conversation);
  const gone = since && now.getTime() - since.getTime() >= goneAfterMs;
  return gone ? { awaySince: since.toISOString() } : {};
}

/** Whoever asks for a person calmly after an outburst is still upset. */
const strongest = (asked: MoodReading, last: MoodReading): MoodReading =>
  last.mood === 'neutral' || (last.mood === asked.mood && last.intensity < asked.intensity) ? asked : last;

export async function readWhoWaits({ orders, guides }: DeskSources, id: string) {
  const [person, list, building] = await Promise.all([
    orders.customer(id),
    orders.list(id),
    guides.current(id),
  ]);
  return {
    customer: { id, name: person?.name ?? id },
    email: person?.email,
    orders: list,
    building,
  };
}

function guideOf(
  guides: DeskSources['guides'],
  building: GuideProgress | undefined,
  language: 'en' | 'zh',
): Pick<QueueEntry, 'guide'> {
  const guide = building && guides.get(building.guide);
  if (!guide) return {};
  const { slug, title, steps } = guide;
  return {
    guide: {
      slug,
      title: title[language],
      step: building.step,
      stepTitle: steps[building.step - 1]?.title[language] ?? '',
      steps: steps.length,
      enteredAt: building.enteredAt,
    },
  };
}
