import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engines, type FreshStore, freshStore } from '../store/testing/fresh-store.ts';
import { createTickets } from '../tickets/index.ts';
import { createDesk } from './index.ts';
import { handoffs } from './tables.ts';

const now = new Date('2031-03-03T10:00:00Z');

describe.each(engines)('the desk on %s', (engine) => {
  let store: FreshStore;
  const desk = createDesk({ now: () => now });
  const tickets = createTickets({ now: () => now });
  beforeAll(async () => {
    store = await freshStore(engine);
  });
  afterAll(() => store.close());

  const ticket = (idempotencyKey: string, kind: 'defect' | 'complaint' = 'defect') =>
    store.db.transaction((tx) =>
      tickets.open(tx, {
        customer: 'c-1',
        conversation: 'talk-1',
        kind,
        summary: 'A door is scratched',
        facts: [{ label: 'order', value: 'SO-45192' }],
        order: 'SO-45192',
        idempotencyKey,
      }),
    );
  const handoff = (conversation: string, mood: 'neutral' | 'angry', idempotencyKey = conversation) =>
    store.db.transaction((tx) =>
      desk.requestHandoff(tx, {
        customer: `customer of ${conversation}`,
        conversation,
        reason: 'asked',
        mood: { mood, intensity: 0.8 },
        idempotencyKey,
      }),
    );

  it('opens a ticket once for a key, and says by when it is answered', async () => {
    const opened = await ticket('a');
    expect(opened).toEqual({ number: expect.stringMatching(/^T-\d{5}$/), dueAt: '2031-03-05T10:00:00.000Z' });
    expect(await ticket('a')).toEqual(opened);
    expect((await ticket('b')).number).not.toBe(opened.number);
  });

  it('answers a complaint sooner than a defect', async () => {
    expect((await ticket('c', 'complaint')).dueAt).toBe('2031-03-04T10:00:00.000Z');
  });

  it('queues the upset before the calm, and equals by arrival', async () => {
    expect((await handoff('calm', 'neutral')).position).toBe(1);
    expect((await handoff('angry', 'angry')).position).toBe(1);
    expect((await handoff('calm', 'neutral')).position).toBe(2);
    expect((await handoff('as angry', 'angry')).position).toBe(2);
  });

  it('queues a conversation once, however often it asks', async () => {
    const first = await handoff('impatient', 'neutral', 'first');
    expect(await handoff('impatient', 'neutral', 'second')).toEqual(first);
    const rows = await store.db.select().from(handoffs).where(eq(handoffs.conversation, 'impatient'));
    expect(rows).toHaveLength(1);
  });
});
