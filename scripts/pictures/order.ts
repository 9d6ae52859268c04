import type { Solid } from './solid.ts';
import type { Bounds } from './space.ts';

const slack = 0.5;

/** Whether `a` hides nothing of `b`: it lies wholly behind, left of or under it. */
const isBehind = (a: Bounds, b: Bounds) =>
  a.y0 >= b.y1 - slack || a.x1 <= b.x0 + slack || a.z1 <= b.z0 + slack;

/** Farthest first. Where two solids are each behind the other, the one that was given first is drawn first. */
export function backToFront(solids: Solid[]): Solid[] {
  const before = solids.map((solid, index) =>
    solids.flatMap((other, at) => {
      if (at === index || !isBehind(other.bounds, solid.bounds)) return [];
      return isBehind(solid.bounds, other.bounds) && at > index ? [] : [at];
    }),
  );
  const drawn = new Set<number>();
  const open = new Set<number>();
  const result: Solid[] = [];
  const visit = (index: number) => {
    if (drawn.has(index) || open.has(index)) return;
    open.add(index);
    for (const earlier of before[index] ?? []) visit(earlier);
    drawn.add(index);
    result.push(solids[index] as Solid);
  };
  for (const index of solids.keys()) visit(index);
  return result;
}
