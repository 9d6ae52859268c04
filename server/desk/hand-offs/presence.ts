import type { Presence } from '#protocol';

/** Who is at the desk: pages open, and what their owner says of themselves. Kept in memory, as long as the sockets are. */
export class PresenceBoard {
  readonly #pages = new Map<string, number>();
  /** What somebody chose holds while they are away for a moment: a reload does not make them available. */
  readonly #chosen = new Map<string, Exclude<Presence, 'offline'>>();

  of(staff: string): Presence {
    return this.#pages.has(staff) ? (this.#chosen.get(staff) ?? 'available') : 'offline';
  }

  /** Somebody opened a page. Answers what to do when it is gone. */
  enter(staff: string): () => void {
    this.#pages.set(staff, (this.#pages.get(staff) ?? 0) + 1);
    return () => {
      const left = (this.#pages.get(staff) ?? 1) - 1;
      if (left > 0) this.#pages.set(staff, left);
      else this.#pages.delete(staff);
    };
  }

  choose(staff: string, presence: Presence): void {
    if (presence === 'offline') this.#chosen.set(staff, 'away');
    else this.#chosen.set(staff, presence);
  }
}
