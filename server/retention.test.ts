import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { withoutWorkers } from './calls/index.ts';
import { callGuests, callRecordings, callStills, calls } from './calls/tables.ts';
import { openCalls } from './calls/testing/open-calls.ts';
import { readSettings } from './config.ts';
import { handoffs, internalNotes, ratings } from './desk/tables.ts';
import { conversationLines, conversations, turns } from './dialogue/tables.ts';
import { noteChange } from './feed/index.ts';
import { feedReader, shopChanges } from './feed/tables.ts';
import { guideProgress } from './guides/tables.ts';
import { carrierEvents, customers } from './orders/tables.ts';
import { type Retention, startRetention } from './retention.ts';
import { staffSetupLinks } from './staff/tables.ts';
import { everythingStored } from './store/testing/everything-stored.ts';
import { tickets } from './tickets/tables.ts';

const day = 86_400_000;
const now = new Date('2031-03-03T10:00:00Z');
const ago = (days: number) => new Date(now.getTime() - days * day);
const log = pino({ level: 'silent' });

describe('conversations', () => {
  let shop: Awaited<ReturnType<typeof openCalls>>;
  let retention: Retention;
  beforeEach(async () => {
    shop = await openCalls(withoutWorkers);
  });
  afterEach(async () => {
    await retention.stop();
    await shop.close();
  });
  const begin = () => {
    const { store, calls } = shop;
    retention = startRetention({ store, calls, days: 365, log, now: () => now });
  };
  const folder = () => join(shop.store.settings.HEXKEY_DATA, 'recordings');

  /** A conversation with everything that may hang on one, last spoken in so many days ago. */
  async function talk(
    id: string,
    daysAgo: number,
    ticket: 'solved' | 'open' = 'solved',
    handoff: 'closed' | 'taken' = 'closed',
  ) {
    const { db } = shop.store;
    const at = ago(daysAgo);
    const of = { conversation: id, customer: 'c-maya' };
    await db
      .insert(conversations)
      .values({ id, customer: 'c-maya', language: 'en', state: {}, createdAt: at, updatedAt: at });
    await db.insert(turns).values({
      conversation: id,
      idempotencyKey: id,
      source: 'text',
      text: 'hello',
      intent: 'other',
      mood: 'neutral',
      moodIntensity: 0,
      reply: {},
      at,
    });
    await db.insert(conversationLines).values({
      id: `line ${id}`,
      conversation: id,
      who: 'staff',
      name: 'Ann',
      text: 'hello',
      source: 'call',
      at,
    });
    await db.insert(handoffs).values({ ...of, key: id, reason: 'stuck', state: handoff, requestedAt: at });
    await db.insert(internalNotes).values({ conversation: id, by: 'Ann', text: 'a note', at });
    await db
      .insert(tickets)
      .values({ ...of, key: id, state: ticket, problem: 'broken', facts: [], openedAt: at, dueAt: at });
    await db.insert(ratings).values({ ...of, rating: 4, at });
    await db.insert(calls).values({ id: `call ${id}`, ...of, openedAt: at, endedAt: at });
    await db.insert(callStills).values({
      id: `still ${id}`,
      call: `call ${id}`,
      width: 8,
      height: 8,
      jpeg: Uint8Array.of(1),
      takenAt: at,
    });
    await db.insert(callGuests).values({
      id: `guest ${id}`,
      call: `call ${id}`,
      name: 'Gus',
      invitedBy: 's-ann',
      invitedAt: at,
      expiresAt: at,
    });
    await db.insert(callRecordings).values({
      id: `track-${id}`,
      call: `call ${id}`,
      conversation: id,
      name: 'Maya',
      role: 'customer',
      source: 'camera',
      codec: 'vp8',
      startedAt: at,
      endedAt: at,
    });
    await mkdir(folder(), { recursive: true });
    await writeFile(join(folder(), `track-${id}.webm`), 'a recording');
  }
  const left = async () => {
    const { db } = shop.store;
    const counts = [
      conversations,
      turns,
      conversationLines,
      handoffs,
      internalNotes,
      tickets,
      calls,
      callStills,
      callGuests,
      callRecordings,
    ];
    return Promise.all(counts.map((table) => db.$count(table)));
  };

  it('are deleted by age with all that hangs on them; of ratings the figure stays', async () => {
    await talk('old', 366);
    await talk('new', 364);
    begin();
    expect(await retention.sweep()).toBe(0);
    expect(await left()).toEqual(Array(10).fill(1));
    expect((await shop.store.db.select().from(conversations)).map(({ id }) => id)).toEqual(['new']);
    expect(await readdir(folder())).toEqual(['track-new.webm']);
    const kept = await shop.store.db.select().from(ratings).orderBy(ratings.at);
    expect(kept.map(({ rating, customer }) => [rating, customer])).toEqual([
      [4, null],
      [4, 'c-maya'],
    ]);
  });

  it('take with them, by the same age, what is kept of people beside conversations', async () => {
    begin();
    await retention.sweep();
    const { db } = shop.store;
    await db
      .insert(customers)
      .values({ id: 'c-1', firstName: 'Mia', name: 'Mia Hart', email: 'm@shop.example' });
    for (const [id, at] of [
      ['old', ago(366)],
      ['new', ago(364)],
    ] as const) {
      const of = { customer: 'c-1', key: `loose ${id}`, problem: 'a dowel is missing', facts: [] };
      for (const state of ['solved', 'open'] as const)
        await db.insert(tickets).values({
          ...of,
          key: `${state} ${id}`,
          conversation: `guide-${id}`,
          state,
          openedAt: at,
          dueAt: at,
        });
      await db.insert(guideProgress).values({
        id,
        customer: 'c-1',
        guide: 'bench',
        revision: 1,
        code: id,
        enteredAt: at,
        startedAt: at,
      });
      await db.insert(staffSetupLinks).values({
        tokenHash: id,
        purpose: 'invitation',
        email: `${id}@shop.example`,
        role: 'agent',
        createdAt: at,
        expiresAt: at,
      });
      await db.insert(carrierEvents).values({ carrier: 'northway', id, receivedAt: at });
      await db.transaction((tx) =>
        noteChange(tx, {
          kind: 'default_address_changed',
          at: at.toISOString(),
          customer: 'c-1',
          address: { recipient: id, street: '1 Way', city: 'Leeds', postcode: 'LS1', country: 'GB' },
        }),
      );
    }
    await retention.sweep();
    const text = await everythingStored(db);
    expect(await db.$count(shopChanges), 'the shop has read none of them').toBe(2);
    await db.insert(feedReader).values({ seen: 1_000n });
    await retention.sweep();
    expect(await db.$count(shopChanges)).toBe(1);
    expect(await db.$count(guideProgress)).toBe(1);
    expect(await db.$count(carrierEvents)).toBe(1);
    expect(text).not.toContain('old@shop.example');
    const left = await db.select({ key: tickets.key }).from(tickets).orderBy(tickets.id);
    expect(left.map(({ key }) => key)).toEqual(['open old', 'solved new', 'open new']);
  });

  it('stay while a ticket is open or staff are at it', async () => {
    await talk('ticket', 800, 'open');
    await talk('staff', 800, 'solved', 'taken');
    begin();
    expect(await retention.sweep()).toBe(0);
    expect(await left()).toEqual(Array(10).fill(2));
    await shop.store.db.update(tickets).set({ state: 'closed' });
    expect(await retention.sweep()).toBe(1);
    expect(await left()).toEqual(Array(10).fill(1));
  });

  it('are kept for a year unless the shop says otherwise, and never for no time', () => {
    begin();
    expect(readSettings({}).HEXKEY_CONVERSATION_DAYS).toBe(365);
    expect(() => readSettings({ HEXKEY_CONVERSATION_DAYS: '0' })).toThrow('HEXKEY_CONVERSATION_DAYS');
  });
});
