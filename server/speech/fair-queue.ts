/**
 * Waiting work, one of each owner in turn: who queues much waits behind their own. Owners are compared by identity. Libraries
 * of queues (p-queue) know priorities and no rounds.
 */
export class FairQueue<Item extends { owner: object | symbol }> {
  /** In the order in which owners are served next. */
  readonly #owners = new Map<object | symbol, Item[]>();
  #size = 0;

  get size(): number {
    return this.#size;
  }

  add(item: Item): void {
    const items = this.#owners.get(item.owner);
    if (items) items.push(item);
    else this.#owners.set(item.owner, [item]);
    this.#size++;
  }

  /** For work that was begun and has to be done again. */
  addFirst(item: Item): void {
    const others = [...this.#owners].filter(([owner]) => owner !== item.owner);
    const items = [item, ...(this.#owners.get(item.owner) ?? [])];
    this.#owners.clear();
    for (const [owner, waiting] of [[item.owner, items] as const, ...others])
      this.#owners.set(owner, waiting);
    this.#size++;
  }

  /** The next in turn; its owner goes to the end of the round. */
  take(): Item | undefined {
    for (const [owner, items] of this.#owners) {
      this.#owners.delete(owner);
      const item = items.shift();
      if (items.length > 0) this.#owners.set(owner, items);
      if (item) this.#size--;
      return item;
    }
    return undefined;
  }

  /** Takes a waiting item out; false when it is not waiting here. */
  remove(item: Item): boolean {
    const items = this.#owners.get(item.owner);
    const index = items?.indexOf(item) ?? -1;
    if (!items || index < 0) return false;
    items.splice(index, 1);
    if (items.length === 0) this.#owners.delete(item.owner);
    this.#size--;
    return true;
  }

  /** How much of theirs waits. */
  countOf(owner: object | symbol): number {
    return this.#owners.get(owner)?.length ?? 0;
  }

  /** Takes the newest out of whoever has most waiting, where that is more than `count`. */
  takeNewestOfMost(count: number): Item | undefined {
    const most = [...this.#owners.values()].reduce<Item[]>(
      (longest, items) => (items.length > longest.length ? items : longest),
      [],
    );
    const newest = most.length > count ? most.at(-1) : undefined;
    if (newest) this.remove(newest);
    return newest;
  }

  /** Everything that waits, in no order; the queue is empty then. */
  drain(): Item[] {
    const items = [...this.#owners.values()].flat();
    this.#owners.clear();
    this.#size = 0;
    return items;
  }
}
