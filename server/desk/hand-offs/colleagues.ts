import type { Colleague } from '#protocol';
import type { Staff } from '../../staff/index.ts';
import { heldBy } from '../queue/handoff-rows.ts';
import type { DeskSources } from '../queue/read-queue.ts';
import type { PresenceBoard } from './attendance.ts';

type Sources = DeskSources & { staff: Pick<Staff, 'members'>; presence: PresenceBoard };

/** Everybody who works here, whether they are there, and whom they have: as supervisors see it. */
export async function readColleagues({
  db,
  conversations,
  orders,
  staff,
  presence,
}: Sources): Promise<Colleague[]> {
  const members = await staff.members();
  const rows = await heldBy(
    db,
    members.map(({ id }) => id),
  );
  const facts = await conversations.facts(rows.map(({ conversation }) => conversation));
  const held = await Promise.all(
    rows.map(async ({ conversation, customer, takenBy, takenAt, requestedAt }) => ({
      takenBy,
      of: {
        conversation,
        customer: (await orders.customer(customer))?.name ?? customer,
        mood: facts.get(conversation)?.mood ?? { mood: 'neutral' as const, intensity: 0 },
        takenAt: (takenAt ?? requestedAt).toISOString(),
      },
    })),
  );
  return members.map(({ id, name, role }) => {
    const own = held.filter(({ takenBy }) => takenBy === id).map(({ of }) => of);
    return {
      id,
      name,
      role,
      presence: presence.of(id),
      conversations: own.map(({ conversation }) => conversation),
      held: own,
    };
  });
}

/** The same as an agent sees it. */
export const withoutHeld = (colleagues: Colleague[]): Colleague[] =>
  colleagues.map(({ held: _, ...colleague }) => colleague);
