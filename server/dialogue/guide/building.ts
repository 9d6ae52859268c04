import type { Guide, OpenGuide } from '#protocol';
import type { Guides } from '../../guides/contract.ts';
import type { Turn } from '../contract.ts';

/** The guide that stands open on the page this turn comes from, and where the page is in it. */
export interface Building {
  guide: Guide;
  open: OpenGuide;
  /** The order it was opened from. */
  order?: string;
}

/** Undefined where no guide is open, or the shop has none of that name. */
export async function buildingOf(
  { guides }: { guides: Pick<Guides, 'get' | 'current'> },
  turn: Turn,
): Promise<Building | undefined> {
  const open = turn.guide;
  const guide = open && guides.get(open.guide);
  if (!open || !guide || open.step > guide.steps.length + 1) return undefined;
  const progress = open.progress ? await guides.current(turn.customer) : undefined;
  const order = progress?.id === open.progress ? progress?.order : undefined;
  return { guide, open, ...(order && { order }) };
}

/** Minutes since the step was come to. A page's clock may be wrong: never less than none, nor more than a day. */
export const minutesHere = ({ open }: Building, now: Date): number =>
  Math.min(24 * 60, Math.max(0, (now.getTime() - Date.parse(open.enteredAt)) / 60_000));
