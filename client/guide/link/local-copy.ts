import type { GuideMove, GuideProgress } from '#protocol/guide-progress';
import { isGuideProgress } from '../checks.ts';
import type { Playthrough } from '../logic/playthrough.ts';

/** What this device keeps of a guide, so that a reload, an empty battery or a cellar without a network loses nothing. */
export interface LocalCopy {
  playthrough: Playthrough;
  /** The server's record of it, once it has one. */
  progress?: GuideProgress;
  /** Moves that the server has not heard of, oldest first. */
  unsent: GuideMove[];
}

const keyOf = (slug: string, order: string | undefined) => `hexkey.guide.${slug}${order ? `.${order}` : ''}`;

/** Undefined where nothing is kept, or nothing that this version understands. */
export function readLocalCopy(
  storage: Pick<Storage, 'getItem'> | undefined,
  slug: string,
  order: string | undefined,
): LocalCopy | undefined {
  const text = storage?.getItem(keyOf(slug, order));
  if (!text) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return isLocalCopy(value) ? value : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

export function writeLocalCopy(
  storage: Pick<Storage, 'setItem'> | undefined,
  slug: string,
  order: string | undefined,
  copy: LocalCopy,
): void {
  storage?.setItem(keyOf(slug, order), JSON.stringify(copy));
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isCount = (value: unknown): value is number => Number.isInteger(value) && (value as number) >= 0;

function isLocalCopy(value: unknown): value is LocalCopy {
  if (!isRecord(value) || !isRecord(value.playthrough) || !Array.isArray(value.unsent)) return false;
  const { place, enteredAt, repeats, asking, ticked, pausedAt } = value.playthrough;
  return (
    [place, enteredAt, repeats].every(isCount) &&
    typeof asking === 'boolean' &&
    isRecord(ticked) &&
    Object.values(ticked).every(isCount) &&
    (pausedAt === undefined || isCount(pausedAt)) &&
    (value.progress === undefined || isGuideProgress(value.progress)) &&
    value.unsent.every((move) => isRecord(move) && isCount(move.step) && isCount(move.repeats))
  );
}
