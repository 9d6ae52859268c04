/**
 * A queue in which owners take turns: one with many entries does not hold up one with a single entry. An owner is any
 * object, compared by identity.
 */
export class FairQueue<Entry> {
  readonly #lines = new Map<object, Entry[]>();

  add(owner: object, entry: Entry): void {
    const line = this.#lines.get(owner);
    if (line) line.push(entry);
    else this.#lines.set(owner, [entry]);
  }

  /** The next entry; its owner goes to the end of the round. */
  take(): Entry | undefined {
    const next = this.#lines.entries().next().value;
    if (!next) return undefined;
    const [owner, line] = next;
    const entry = line.shift();
    this.#lines.delete(owner);
    if (line.length > 0) this.#lines.set(owner, line);
    return entry;
  }

  remove(owner: object, entry: Entry): void {
    const line = this.#lines.get(owner)?.filter((other) => other !== entry) ?? [];
    if (line.length > 0) this.#lines.set(owner, line);
    else this.#lines.delete(owner);
  }
}
