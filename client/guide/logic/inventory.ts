import type { Guide } from '#protocol/guide';

/** A part or fastener and how many of it are in the box. */
export interface InventoryItem {
  id: string;
  count: number;
}

/** Everything in the box: parts first, then fasteners. */
export const inventory = ({ parts, hardware }: Pick<Guide, 'parts' | 'hardware'>): InventoryItem[] => [
  ...parts.map(({ id, nodes }) => ({ id, count: nodes.length })),
  ...hardware.map(({ id, count }) => ({ id, count })),
];

/** What has not been ticked, and how many of each. */
export const stillMissing = (
  guide: Pick<Guide, 'parts' | 'hardware'>,
  ticked: Readonly<Record<string, number>>,
): InventoryItem[] =>
  inventory(guide).flatMap(({ id, count }) => {
    const missing = count - Math.min(count, ticked[id] ?? 0);
    return missing > 0 ? [{ id, count: missing }] : [];
  });

/** The fasteners of a step, counted by kind in the order they are first needed. */
export function fastenersOf(step: Pick<Guide['steps'][number], 'fasteners'>): InventoryItem[] {
  const counts = new Map<string, number>();
  for (const { hardware } of step.fasteners) counts.set(hardware, (counts.get(hardware) ?? 0) + 1);
  return [...counts].map(([id, count]) => ({ id, count }));
}
