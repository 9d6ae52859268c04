import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import websocket from '@fastify/websocket';
import Fastify from 'fastify';
import { WebSocket } from 'ws';
import {
  type DeskEvent,
  type DeskRequest,
  deskPaths,
  type Language,
  protocolVersion,
  type StaffSession,
} from '#protocol';
import { publishingEvents } from '../../app/event-publishing.ts';
import { createArticles } from '../../articles/index.ts';
import { createBus } from '../../bus/index.ts';
import { createCalls, createRecordings, withoutWorkers } from '../../calls/index.ts';
import { createCatalogue } from '../../catalogue/index.ts';
import { demoShopper, prepareDemoShop } from '../../demo/index.ts';
import { createConversations, createDialogue } from '../../dialogue/index.ts';
import { byTable } from '../../dialogue/testing/by-table.ts';
import { createGaps } from '../../gaps/index.ts';
import { createGuides } from '../../guides/index.ts';
import { createIdentity } from '../../identity/index.ts';
import { createOrders } from '../../orders/index.ts';
import { errors } from '../../plugins/errors.ts';
import { createStaff, ownCookie, ownPageRule, staffRoutes } from '../../staff/index.ts';
import { freshStore } from '../../store/testing/fresh-store.ts';
import { createTickets } from '../../tickets/index.ts';
import {
  Attendance,
  createDesk,
  createStaffDesk,
  deskPlugin,
  deskRoutes,
  PresenceBoard,
  ratingRoutes,
} from '../index.ts';

const timeZone = 'Europe/London';

/** The desk over the demo shop, listening on a port of its own; no media worker runs. */
export async function openTestDesk(engine: 'pglite' | 'postgres' = 'pglite') {
  const store = await freshStore(engine);
  await prepareDemoShop(store, { timeZone });
  const identity = createIdentity(store.settings);
  const app = Fastify();
  const faults: unknown[] = [];
  const bus = createBus({ onError: (error) => faults.push(error) });
  const orders = createOrders(store, { timeZone });
  const desk = createDesk();
  const tickets = createTickets();
  const guides = createGuides({
    store,
    tickets,
    library: { all: () => [], get: () => undefined, forProduct: () => undefined, isBroken: () => false },
  });
  const dialogue = publishingEvents(
    createDialogue({
      store,
      orders,
      guides,
      desk,
      tickets,
      catalogue: createCatalogue(store),
      articles: createArticles(store),
      gaps: createGaps({ store, lessons: join(tmpdir(), `hexkey-lessons-${randomUUID()}.jsonl`) }),
      understander: byTable,
      timeZone,
    }),
    bus,
  );
  const recordings = createRecordings({
    db: store.db,
    path: join(store.settings.HEXKEY_DATA, 'recordings'),
    on: false,
    days: 30,
    log: app.log,
  });
  const calls = createCalls({
    store,
    bus,
    guides,
    log: app.log,
    routers: withoutWorkers,
    captions: { follow: async () => ({ close: () => undefined }) },
    keyFor: identity.keyFor,
    phrases: () => [],
    record: dialogue.record,
    stillDays: 30,
    recordings,
  });
  const cookie = ownCookie('hexkey_staff', { secure: false, sameSite: 'strict' });
  const requireOwnPage = ownPageRule(undefined);
  const staff = await createStaff({ store, bus, cookie, demo: true });
  let later = 0;
  const now = () => new Date(Date.now() + later);
  const presence = new PresenceBoard(now);
  const customers = new Attendance(now);
  const sources = {
    db: store.db,
    orders,
    guides,
    calls,
    conversations: createConversations(store),
    customers,
  };
  const staffDesk = createStaffDesk({
    ...sources,
    bus,
    staff,
    dialogue,
    presence,
    timeZone,
    onError: (error) => faults.push(error),
    now,
  });
  await app.register(errors, {});
  await app.register(websocket, { options: { maxPayload: 1_000_000 } });
  await app.register(staffRoutes, { staff, cookie, requireOwnPage, demo: true });
  await app.register(deskRoutes, { staff, desk: staffDesk, bus, sources, requireOwnPage });
  await app.register(ratingRoutes, { db: store.db, bus, identity });
  await app.register(deskPlugin, { desk: staffDesk, staff, calls, bus, presence, requireOwnPage });
  await app.listen({ host: '127.0.0.1', port: 0 });
  const host = `127.0.0.1:${(app.server.address() as AddressInfo).port}`;
  const origin = `http://${host}`;

  /** Signs one of the demo's staff in. */
  const signIn = async (role: 'agent' | 'supervisor') => {
    const response = await fetch(`${origin}${deskPaths.demoSession}`, {
      method: 'POST',
      headers: { origin, 'content-type': 'application/json' },
      body: JSON.stringify({ role }),
    });
    const session = (response.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
    const { staff: member } = (await response.json()) as StaffSession;
    const ask = async (method: string, path: string, body?: object) => {
      const answer = await fetch(`${origin}${path}`, {
        method,
        headers: { cookie: session, origin, ...(body && { 'content-type': 'application/json' }) },
        ...(body && { body: JSON.stringify(body) }),
      });
      const text = await answer.text();
      return { status: answer.status, body: text === '' ? undefined : JSON.parse(text) };
    };
    return { cookie: session, member, ask };
  };

  /** A page of the desk. `until` answers the first event, past or to come, that fits. */
  const openPage = async (session: string, from: string = origin) => {
    const socket = new WebSocket(`ws://${host}/v1/desk`, { headers: { cookie: session, origin: from } });
    const events: DeskEvent[] = [];
    const waiting = new Set<() => void>();
    socket.on('message', (data) => {
      events.push(JSON.parse(String(data)));
      for (const look of waiting) look();
    });
    await once(socket, 'open');
    const until = <Type extends DeskEvent['type']>(
      type: Type,
      fits: (event: Extract<DeskEvent, { type: Type }>) => boolean = () => true,
    ) =>
      new Promise<Extract<DeskEvent, { type: Type }>>((resolve) => {
        const look = () => {
          const found = events.find(
            (event): event is Extract<DeskEvent, { type: Type }> =>
              event.type === type && fits(event as Extract<DeskEvent, { type: Type }>),
          );
          if (!found) return;
          waiting.delete(look);
          resolve(found);
        };
        waiting.add(look);
        look();
      });
    const send = (request: DeskRequest) => socket.send(JSON.stringify(request));
    let asked = 0;
    return {
      socket,
      events,
      until,
      send,
      forget: () => events.splice(0),
      hello: (guest?: string) => {
        send({ type: 'hello', protocol: protocolVersion, ...(guest !== undefined && { guest }) });
        return until('ready');
      },
      /** Sends a request and answers how it was answered. */
      ask: async (request: Record<string, unknown> & { type: string }) => {
        const id = `ask-${++asked}`;
        socket.send(JSON.stringify({ ...request, id }));
        return Promise.race([
          until('done', (event) => event.id === id),
          until('refused', (event) => event.id === id),
        ]);
      },
      closed: () => once(socket, 'close').then(([code]) => code as number),
    };
  };

  return {
    store,
    calls,
    recordings,
    bus,
    origin,
    faults,
    dialogue,
    staffDesk,
    staff,
    customers,
    /** Lets the desk's clock run ahead. */
    pass: (ms: number) => {
      later += ms;
    },
    desk,
    signIn,
    tokenOf: async (customer: string) => (await identity.issueDemoToken(customer)).token,
    openPage,
    /** A signed-in page that has said hello. */
    async page(role: 'agent' | 'supervisor') {
      const who = await signIn(role);
      const page = await openPage(who.cookie);
      await page.hello();
      return { ...page, who };
    },
    /** A customer who asks for a person. */
    async asksForPerson(customer: string = demoShopper, language: Language = 'en') {
      const { id } = await dialogue.open(customer, language);
      const say = (text: string) =>
        dialogue.respond({
          conversation: id,
          customer,
          language,
          source: 'text',
          text,
          idempotencyKey: crypto.randomUUID(),
        });
      await say('I want to talk to a person');
      return { id, say, token: (await identity.issueDemoToken(customer)).token };
    },
    async close() {
      staffDesk.stop();
      await calls.close();
      await app.close();
      await store.close();
    },
  };
}
export type TestDesk = Awaited<ReturnType<typeof openTestDesk>>;
