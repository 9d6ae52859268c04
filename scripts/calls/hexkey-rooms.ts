import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { env } from 'node:process';
import type { types } from 'mediasoup';
import { pino } from 'pino';
import { createBus } from '../../server/bus/index.ts';
import type { CallMember } from '../../server/calls/contract.ts';
import { createCalls, createRecordings } from '../../server/calls/index.ts';
import { createRouters } from '../../server/calls/media/index.ts';
import { Person } from '../../server/calls/testing/person.ts';
import { enter } from '../../server/calls/testing/streams.ts';
import { readSettings } from '../../server/config.ts';
import { createGuides, openLibrary } from '../../server/guides/index.ts';
import { fromRoot } from '../../server/paths.ts';
import { openStore } from '../../server/store/index.ts';
import { createTickets } from '../../server/tickets/index.ts';

export interface HexkeyRooms {
  workers: types.Worker[];
  /** A call with a customer and a member of staff in it: its router, on one of the workers. */
  openRoom(): Promise<types.Router>;
  close(): Promise<void>;
}

const customer = { role: 'customer', name: 'Maya', customer: 'customer' } satisfies CallMember;
const agent = { role: 'agent', name: 'Ana', staff: 'agent' } satisfies CallMember;

/** Hexkey's calls, without sockets and captions, on a store of their own. 0 workers: one a core. */
export async function openRooms(workerCount: number): Promise<HexkeyRooms> {
  const data = await mkdtemp(join(tmpdir(), 'hexkey-rooms-'));
  const settings = readSettings({
    ...env,
    HEXKEY_DATA: data,
    HEXKEY_MEDIA_PORT: '0',
    HEXKEY_MEDIA_WORKERS: `${workerCount}`,
  });
  const log = pino({ level: 'warn' });
  const workers: types.Worker[] = [];
  const routers = createRouters(settings, log);
  routers.requireOn();
  const { observer } = await import('mediasoup');
  observer.on('newworker', (worker) => workers.push(worker));
  const store = await openStore(settings, { onLostConnection: (error) => log.warn(error) });
  const bus = createBus({ onError: (error) => log.error(error) });
  const library = await openLibrary(fromRoot('assets', 'guides'), (slug) => log.warn(`${slug} is left out`));
  const secret = randomBytes(32);
  const calls = createCalls({
    store,
    routers,
    bus,
    log,
    guides: createGuides({ store, library, tickets: createTickets() }),
    captions: { follow: async () => ({ close() {} }) },
    keyFor: () => secret,
    record: async () => {},
    phrases: () => [],
    stillDays: 1,
    recordings: createRecordings({ db: store.db, path: join(data, 'recordings'), on: false, days: 1, log }),
  });
  let opened = 0;
  return {
    workers,
    async openRoom() {
      opened += 1;
      const asked = { conversation: `conversation-${opened}`, customer: customer.customer };
      const { call } = await calls.open(store.db, asked);
      for (const who of [customer, agent]) await enter(new Person(calls, call, who));
      const room = calls.roomNow(call);
      if (!room) throw new Error('Nobody is in the call');
      return room.media.router;
    },
    async close() {
      await calls.close();
      await routers.close();
      await store.close();
      await rm(data, { recursive: true, force: true });
    },
  };
}
