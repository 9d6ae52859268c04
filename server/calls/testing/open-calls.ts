import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { env } from 'node:process';
import type { FastifyBaseLogger } from 'fastify';
import { pino } from 'pino';
import { type Bus, createBus } from '../../bus/index.ts';
import { readSettings } from '../../config.ts';
import type { SpokenEntry } from '../../dialogue/contract.ts';
import { createGuides, type Guides, openLibrary } from '../../guides/index.ts';
import { fromRoot } from '../../paths.ts';
import { type FreshStore, freshStore } from '../../store/testing/fresh-store.ts';
import { createTickets } from '../../tickets/index.ts';
import type { CaptionedSpeaker } from '../captions/contract.ts';
import type { CallMember } from '../contract.ts';
import { createCalls, type OpenedCalls } from '../index.ts';
import { createRouters } from '../media/index.ts';
import { createRecordings, type RecordingsOptions } from '../recordings/index.ts';
import type { Routers } from '../room/room-media.ts';
import { Person } from './person.ts';

export interface OpenCalls {
  calls: OpenedCalls;
  bus: Bus;
  store: FreshStore;
  guides: Guides;
  /** What was kept for the conversations' histories. */
  recorded: SpokenEntry[];
  /** Microphones that were given to the captions. */
  captioned: CaptionedSpeaker[];
  clock: { now: Date };
  log: FastifyBaseLogger;
  /** A call of maya's, open. */
  open(conversation?: string): Promise<string>;
  sit(call: string, who: CallMember): Person;
  close(): Promise<void>;
}

export const maya: CallMember = { role: 'customer', name: 'Maya', customer: 'c-maya' };
export const ann: CallMember = { role: 'agent', name: 'Ann', staff: 's-ann' };
export const sue: CallMember = { role: 'supervisor', name: 'Sue', staff: 's-sue' };

const quiet = pino({ level: 'silent' });

/** Real workers on ports of their own. Fails where none was built: `npm test` builds one first. */
export function openRouters(): Routers & { close(): Promise<void> } {
  const settings = readSettings({ ...env, HEXKEY_MEDIA_PORT: '0', HEXKEY_MEDIA_WORKERS: '1' });
  const routers = createRouters(settings, quiet);
  routers.requireOn();
  return routers;
}

/** Calls over a store of their own. Captions are only noted: they have tests of their own. */
export async function openCalls(
  routers: Routers,
  { graceMs = 60_000, recording = {} }: { graceMs?: number; recording?: Partial<RecordingsOptions> } = {},
): Promise<OpenCalls> {
  const store = await freshStore('pglite');
  const library = await openLibrary(fromRoot('assets', 'guides'), () => {});
  const guides = createGuides({ store, library, tickets: createTickets() });
  const bus = createBus({
    onError: (error) => {
      throw error;
    },
  });
  const captioned: CaptionedSpeaker[] = [];
  const recorded: SpokenEntry[] = [];
  const clock = { now: new Date('2031-03-03T10:00:00Z') };
  const secret = randomBytes(32).toString('hex');
  const recordings = createRecordings({
    db: store.db,
    path: join(store.settings.HEXKEY_DATA, 'recordings'),
    on: false,
    days: 30,
    log: quiet,
    now: () => clock.now,
    ...recording,
  });
  const calls = createCalls({
    store,
    routers,
    guides,
    bus,
    log: quiet,
    graceMs,
    stillDays: 30,
    recordings,
    captions: {
      async follow(speaker) {
        captioned.push(speaker);
        return { close: () => {} };
      },
    },
    keyFor: (purpose) => new TextEncoder().encode(`${purpose} ${secret}`),
    async record(_conversation, entry) {
      recorded.push(entry);
    },
    phrases: () => [],
    now: () => clock.now,
  });
  return {
    calls,
    bus,
    store,
    guides,
    recorded,
    captioned,
    clock,
    log: quiet,
    open: async (conversation = 'talk-1') =>
      (await calls.open(store.db, { conversation, customer: 'c-maya' })).call,
    sit: (call, who) => new Person(calls, call, who),
    async close() {
      await calls.close();
      await store.close();
    },
  };
}
