import type { Conversations } from '../../dialogue/contract.ts';
import type { Guides } from '../../guides/contract.ts';
import type { Orders } from '../../orders/contract.ts';
import type { GuideProgress, MoodReading, OrderBrief, QueueEntry } from '../../protocol/index.ts';
import type { Db } from '../../store/index.ts';
import { type Handoff, urgencyOf, waitingHandoffs } from './handoff-rows.ts';
import { byTurn, priorityOf } from './priority.ts';

/** Where the desk reads what staff are to know. */
export interface DeskSources {
  db: Db;
  conversations: Conversations;
  orders: Pick<Orders, 'customer' | 'list' | 'get'>;
  guides: Pick<Guides, 'current' | 'get'>;
}

/** Everybody who waits, soonest first: what was known when they asked, and what has changed since. */
export async function readQueue(sources: DeskSources, now: Date): Promise<QueueEntry[]> {
  const rows = await waitingHandoffs(sources.db);
  const facts = await sources.conversations.facts(rows.map(({ conversation }) => conversation));
  const entries = await Promise.all(
    rows.map(async (row): Promise<QueueEntry> => {
      const { customer, orders, building } = await readCustomer(sources, row.customer);
      const told = facts.get(row.conversation);
      const order = orderOf(row, building, orders);
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
        priority,
        reasons,
      };
    }),
  );
  const withId = (entry: QueueEntry) => ({ ...entry, id: entry.handoff });
  return entries.sort((one, other) => byTurn(withId(one), withId(other)));
}

/** Whoever asks for a person calmly after an outburst is still upset. */
const strongest = (asked: MoodReading, last: MoodReading): MoodReading =>
  last.mood === 'neutral' || (last.mood === asked.mood && last.intensity < asked.intensity) ? asked : last;

export async function readCustomer({ orders, guides }: DeskSources, id: string) {
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

/** The order they named, or the one they are building; else their newest, which the panel shows beside the others. */
export const orderOf = (
  row: Pick<Handoff, 'order'>,
  building: GuideProgress | undefined,
  orders: OrderBrief[],
): OrderBrief | undefined => {
  const wanted = row.order ?? building?.order;
  return orders.find(({ number }) => number === wanted) ?? orders[0];
};

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
