import { drag, onDesk } from '../../tests/browser/call-acts.ts';
import { momentAfter, seenBy } from './page-probe.ts';
import type { TwoPages } from './two-pages.ts';

/** Milliseconds from the pen's lifting on staff's page, by the moment that travels with the mark. */
export interface DrawingTimes {
  /** To the drawing's message in the customer's page. */
  came: number[];
  /** To the frame in which the customer's page shows it. */
  shown: number[];
}

/** Staff draw arrows with the mouse, one after another, on the customer's live picture. */
export async function measureDrawing({ customer, staff }: TwoPages, marks: number): Promise<DrawingTimes> {
  await momentAfter(staff, 'pictures', 0);
  const { surface } = onDesk(staff);
  const before = (await seenBy(customer)).marks.length;
  const shown: number[] = [];
  for (let mark = 0; mark < marks; mark++) {
    const since = Date.now();
    const y = 0.15 + (0.7 * mark) / marks;
    await drag(surface, [0.3, y], [0.7, y]);
    shown.push(await momentAfter(customer, 'shown', since));
  }
  const drawn = (await seenBy(customer)).marks.slice(before);
  return {
    came: drawn.map(({ drawn, came }) => came - drawn),
    shown: drawn.map(({ drawn }, index) => (shown[index] ?? Number.NaN) - drawn),
  };
}
