import type { GuideMove, GuideProgress } from '#protocol/guide-progress';
import { RefusedError } from '../../http.ts';
import { createSnapshotStore, type SnapshotStore } from '../../snapshot-store.ts';
import { isGuideProgress } from '../checks.ts';
import type { GuideAction } from '../logic/action.ts';
import { advanced, begun, type Playthrough } from '../logic/playthrough.ts';
import type { GuideApi, MissingPartsTicket } from './guide-api.ts';

export interface GuideSessionOptions {
  api: Pick<GuideApi, 'open' | 'resume' | 'move' | 'reportMissing'>;
  slug: string;
  steps: number;
  /** The order it was bought with, where the page was opened from one. */
  order: string | undefined;
  storage: Pick<Storage, 'getItem' | 'setItem'> | undefined;
  now?: () => number;
}

/** `reached`: the server has everything; `away`: it cannot be reached; `apart`: it refuses, the guide goes on here alone. */
export type ServerState = 'opening' | 'reached' | 'away' | 'apart';

export interface SessionSnapshot {
  playthrough: Playthrough;
  progress: GuideProgress | undefined;
  server: ServerState;
}

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

/**
 * What holds when the server is reached: moves made here that it has not heard of, if they are newer than what it knows
 * or it knows of none at all (a guide begun before the first answer came); else its own record, which another phone may have taken further. Parts ticked here stay ticked.
 */
export function merged(local: LocalCopy, server: GuideProgress): LocalCopy {
  const serverEntered = Date.parse(server.enteredAt);
  const last = local.unsent.at(-1);
  if (last && (server.step === 0 || local.playthrough.enteredAt >= serverEntered))
    return { ...local, progress: server };
  const { place } = local.playthrough;
  const playthrough =
    place === server.step
      ? local.playthrough
      : {
          ...local.playthrough,
          place: server.step,
          enteredAt: serverEntered,
          repeats: 0,
          asking: false,
        };
  return { playthrough, progress: server, unsent: [] };
}

/**
 * One guide being built here: every action holds at once and on this device; the server is told as soon as it can be.
 */
export class GuideSession {
  readonly #options: GuideSessionOptions;
  readonly #now: () => number;
  #copy: LocalCopy;
  #server: ServerState = 'opening';
  readonly #store: SnapshotStore<SessionSnapshot>;
  readonly subscribe: (listener: () => void) => () => void;
  readonly getSnapshot: () => SessionSnapshot;
  #sending: Promise<void> | undefined;

  constructor(options: GuideSessionOptions) {
    this.#options = options;
    this.#now = options.now ?? Date.now;
    const kept = readLocalCopy(options.storage, options.slug, options.order);
    this.#copy = kept ?? { playthrough: begun(this.#now()), unsent: [] };
    this.#store = createSnapshotStore(this.#seen());
    this.subscribe = this.#store.subscribe;
    this.getSnapshot = this.#store.getSnapshot;
  }

  /** The guide it is about. */
  get slug(): string {
    return this.#options.slug;
  }

  readonly act = (action: GuideAction): void => {
    const before = this.#copy.playthrough;
    const next = advanced(before, action, this.#options.steps, this.#now());
    if (next === before) return;
    const moved = next.place !== before.place;
    const unsent = moved
      ? [...this.#copy.unsent, { step: next.place, repeats: before.repeats }]
      : this.#copy.unsent;
    this.#keep({ ...this.#copy, playthrough: next, unsent });
    if (moved) void this.sync();
  };

  /** Opens the progress, or sends what is unsent. Safe to call at any time, such as when the network is back. */
  sync(): Promise<void> {
    this.#sending ??= this.#exchange().finally(() => {
      this.#sending = undefined;
    });
    return this.#sending;
  }

  /** Goes on here with what another phone began. Rejects as the API does; answers the guide that the code is for. */
  async resume(code: string): Promise<GuideProgress> {
    const progress = await this.#options.api.resume(code);
    if (progress.guide === this.#options.slug) {
      this.#server = 'reached';
      this.#keep(merged({ ...this.#copy, unsent: [] }, progress));
    }
    return progress;
  }

  /** The ticket for what is missing; the same `id` again answers the same ticket. Rejects as the API does. */
  async reportMissing(id: string, parts: { part: string; missing: number }[]): Promise<MissingPartsTicket> {
    if (!this.#copy.progress) await this.sync();
    const { progress } = this.#copy;
    if (!progress) throw new TypeError('the server cannot be reached');
    return this.#options.api.reportMissing(progress.id, { id, parts });
  }

  async #exchange(): Promise<void> {
    const { api, slug, order } = this.#options;
    try {
      if (this.#server !== 'reached') {
        this.#keep(merged(this.#copy, await api.open(slug, order)));
        this.#server = 'reached';
      }
      for (let move = this.#copy.unsent[0]; move && this.#copy.progress; move = this.#copy.unsent[0]) {
        const progress = await api.move(this.#copy.progress.id, move);
        this.#keep({ ...this.#copy, progress, unsent: this.#copy.unsent.slice(1) });
      }
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      // What it refuses it would refuse again; what did not reach it waits.
      const refused = error instanceof RefusedError && error.status < 500 && error.status !== 429;
      this.#server = refused ? 'apart' : 'away';
      if (refused) console.warn(`The guide goes on without the server: ${error.message}`);
    }
    this.#tell();
  }

  #keep(copy: LocalCopy): void {
    this.#copy = copy;
    writeLocalCopy(this.#options.storage, this.#options.slug, this.#options.order, copy);
    this.#tell();
  }

  #tell(): void {
    this.#store.update(this.#seen());
  }

  #seen(): SessionSnapshot {
    const { playthrough, progress } = this.#copy;
    return { playthrough, progress, server: this.#server };
  }
}
