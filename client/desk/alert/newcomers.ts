import type { QueueEntry } from '#protocol';

type Queue = readonly QueueEntry[] | undefined;

/** Who waits now and did not before. Nobody on the first look: those were there already. */
export function newcomers(before: Queue, now: Queue): QueueEntry[] {
  if (!before || !now) return [];
  const known = new Set(before.map(({ handoff }) => handoff));
  return now.filter(({ handoff }) => !known.has(handoff));
}
