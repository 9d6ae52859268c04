import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { moods, type QueueEntry } from '#protocol';
import { prepareDemoShop } from '../../demo/index.ts';
import { createConversations } from '../../dialogue/index.ts';
import { createGuides } from '../../guides/index.ts';
import { createOrders } from '../../orders/index.ts';
import { customers } from '../../orders/tables.ts';
import { engines, type FreshStore, freshStore } from '../../store/testing/fresh-store.ts';
import { createTickets } from '../../tickets/index.ts';
import { createDesk } from '../index.ts';
import { readQueue } from './read-queue.ts';

const timeZone = 'Europe/London';
const nine = Date.parse('2031-03-03T09:00:00Z');

/** Numbers that look random and are the same each time: mulberry32. */
function seeded(seed: number) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

describe.each(engines)('the queue with 30 waiting, on %s', (engine) => {
  let store: FreshStore;
  let now = new Date(nine);
  const read = async () => {
    const orders = createOrders(store, { timeZone });
    const guides = createGuides({
      store,
      tickets: createTickets(),
      library: { all: () => [], get: () => undefined, forProduct: () => undefined, isBroken: () => false },
    });
    return readQueue({ db: store.db, orders, guides, conversations: createConversations(store) }, now);
  };

  beforeAll(async () => {
    store = await freshStore(engine);
    await prepareDemoShop(store, { timeZone, now });
    const people = await store.db.select({ id: customers.id }).from(customers).limit(30);
    const random = seeded(7);
    const desk = createDesk({ now: () => now });
    for (const [index, { id: customer }] of people.entries()) {
      now = new Date(nine + Math.floor(random() * 40) * 60_000);
      await store.db.transaction((tx) =>
        desk.requestHandoff(tx, {
          customer,
          conversation: `talk-${index}`,
          reason: 'asked',
          mood: { mood: moods[Math.floor(random() * moods.length)] ?? 'neutral', intensity: random() },
          ...(random() < 0.5 && { orderValue: Math.floor(random() * 200_000) }),
          ...(random() < 0.3 && {
            atStepSince: new Date(now.getTime() - random() * 3_600_000).toISOString(),
          }),
          idempotencyKey: `key-${index}`,
        }),
      );
    }
    now = new Date(nine + 45 * 60_000);
  });
  afterAll(() => store.close());

  const inOrder = (entries: QueueEntry[]) =>
    entries.every((entry, at) => {
      const before = entries[at - 1];
      return (
        !before ||
        before.priority > entry.priority ||
        (before.priority === entry.priority && before.requestedAt <= entry.requestedAt)
      );
    });

  it('is sorted by priority, then by arrival, and says why', async () => {
    const entries = await read();
    expect(entries).toHaveLength(30);
    expect(inOrder(entries)).toBe(true);
    for (const { priority, reasons } of entries)
      expect(reasons.reduce((sum, { points }) => sum + points, 0)).toBeCloseTo(priority, 5);
    expect(entries[0]).toMatchObject({
      customer: { name: expect.stringMatching(/ /) },
      order: { number: expect.stringMatching(/^SO-/) },
    });
  });

  it('lifts everybody as they wait', async () => {
    const before = new Map((await read()).map(({ handoff, priority }) => [handoff, priority]));
    now = new Date(now.getTime() + 10 * 60_000);
    const after = await read();
    expect(inOrder(after)).toBe(true);
    for (const { handoff, priority } of after)
      expect(priority).toBeGreaterThanOrEqual((before.get(handoff) ?? 0) + 20);
  });
});
