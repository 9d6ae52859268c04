/** Waiting work, one of each talker in turn: who queues much waits behind their own. */
export class FairQueue<Item extends { talker: symbol }> {
  /** In the order in which talkers are served next. */
  readonly #talkers = new Map<symbol, Item[]>();
  #size = 0;

  get size(): number {
    return this.#size;
  }

  add(item: Item): void {
    const items = this.#talkers.get(item.talker);
    if (items) items.push(item);
    else this.#talkers.set(item.talker, [item]);
    this.#size++;
  }

  /** For work that was begun and has to be done again. */
  addFirst(item: Item): void {
    const others = [...this.#talkers].filter(([talker]) => talker !== item.talker);
    const items = [item, ...(this.#talkers.get(item.talker) ?? [])];
    this.#talkers.clear();
    for (const [talker, waiting] of [[item.talker, items] as const, ...others])
      this.#talkers.set(talker, waiting);
    this.#size++;
  }

  /** The next in turn; its talker goes to the end of the round. */
  take(): Item | undefined {
    for (const [talker, items] of this.#talkers) {
      this.#talkers.delete(talker);
      const item = items.shift();
      if (items.length > 0) this.#talkers.set(talker, items);
      if (item) this.#size--;
      return item;
    }
    return undefined;
  }

  /** Takes a waiting item out; false when it is not waiting here. */
  remove(item: Item): boolean {
    const items = this.#talkers.get(item.talker);
    const index = items?.indexOf(item) ?? -1;
    if (!items || index < 0) return false;
    items.splice(index, 1);
    if (items.length === 0) this.#talkers.delete(item.talker);
    this.#size--;
    return true;
  }

  /** Everything that waits, in no order; the queue is empty then. */
  drain(): Item[] {
    const items = [...this.#talkers.values()].flat();
    this.#talkers.clear();
    this.#size = 0;
    return items;
  }
}
