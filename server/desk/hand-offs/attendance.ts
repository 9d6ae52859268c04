import type { Presence } from '#protocol';

/** Those gone longest are forgotten first: they count as gone since the start, which is longer. */
const mostKept = 50_000;

/** Who has pages open here, and since when others have none. Kept in memory, as long as the sockets are. */
export class Attendance {
  readonly #now: () => Date;
  readonly #started: Date;
  readonly #pages = new Map<string, number>();
  readonly #left = new Map<string, Date>();

  constructor(now: () => Date = () => new Date()) {
    this.#now = now;
    this.#started = now();
  }

  /** A page was opened. Answers what to do when it is gone; doing it twice is doing it once. */
  enter(id: string): () => void {
    this.#pages.set(id, (this.#pages.get(id) ?? 0) + 1);
    this.#left.delete(id);
    let here = true;
    return () => {
      if (!here) return;
      here = false;
      const pages = (this.#pages.get(id) ?? 1) - 1;
      if (pages > 0) {
        this.#pages.set(id, pages);
        return;
      }
      this.#pages.delete(id);
      this.#left.set(id, this.#now());
      const [longest] = this.#left.keys();
      if (this.#left.size > mostKept && longest !== undefined) this.#left.delete(longest);
    };
  }

  /** Undefined while they are here; for whom nobody saw since the start of the server, its start. */
  awaySince(id: string): Date | undefined {
    return this.#pages.has(id) ? undefined : (this.#left.get(id) ?? this.#started);
  }
}

/** Who is at the desk, and what they say of themselves. */
export class PresenceBoard extends Attendance {
  /** What somebody chose holds while they are away for a moment: a reload does not make them available. */
  readonly #chosen = new Map<string, Exclude<Presence, 'offline'>>();

  of(staff: string): Presence {
    return this.awaySince(staff) ? 'offline' : (this.#chosen.get(staff) ?? 'available');
  }

  choose(staff: string, presence: Presence): void {
    this.#chosen.set(staff, presence === 'offline' ? 'away' : presence);
  }
}
