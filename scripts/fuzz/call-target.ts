import { once } from 'node:events';
import fc from 'fast-check';
import { WebSocket } from 'ws';
import { CallRequest, protocolVersion } from '#protocol';
import { asSchema } from '../../server/testing/schema-values.ts';
import type { WholeServer } from '../../server/testing/whole-server.ts';
import { valuesOf } from './arbitrary.ts';
import type { Target } from './run-targets.ts';

type Event = Record<string, unknown> & { type: string };

const asEvent = (data: unknown): Event => {
  const message = JSON.parse(String(data));
  return message.event ?? message;
};

/** A page on one of the sockets, and the first event of a kind. */
async function openPage(address: string, headers: Record<string, string>) {
  const socket = new WebSocket(address, { headers });
  const events: Event[] = [];
  socket.on('message', (data, binary) => {
    if (!binary) events.push(asEvent(data));
  });
  socket.on('error', () => undefined);
  await once(socket, 'open');
  return {
    socket,
    send: (message: object) => socket.send(JSON.stringify(message)),
    /** Rejects when the socket is gone before. */
    async until(fits: (event: Event) => boolean): Promise<Event> {
      for (;;) {
        const found = events.find(fits);
        if (found) return found;
        if (socket.readyState !== socket.OPEN) throw new Error('the socket is gone');
        await Promise.race([once(socket, 'message'), once(socket, 'close')]);
      }
    },
  };
}

const nested = (value: unknown, ...path: string[]): unknown =>
  path.reduce<unknown>((inner, key) => Object(inner)[key], value);

/** What a customer's page asks of a call that it has joined, its media parameters above all. `undefined` where media cannot run. */
export async function callTarget(
  server: WholeServer,
  address: string,
): Promise<Target<object[]> | undefined> {
  const origin = address.replace('ws', 'http');
  const staff = await openPage(`${address}/v1/desk`, { origin, cookie: server.headersOf.staff.cookie ?? '' });
  staff.send({ type: 'hello', protocol: protocolVersion });
  const ready = await staff.until(({ type }) => type === 'ready');
  if (ready.calls !== true) {
    staff.socket.terminate();
    return undefined;
  }
  const enter = async (conversation?: string) => {
    const page = await openPage(`${address}/v1/voice`, { origin });
    page.send({
      type: 'hello',
      protocol: protocolVersion,
      token: server.shopperToken,
      language: 'en',
      audio: { encoding: 'pcm16', sampleRate: 16_000 },
      serverVoice: false,
      ...(conversation !== undefined && { conversation }),
    });
    return { page, ready: await page.until(({ type }) => type === 'ready') };
  };
  const first = await enter();
  const conversation = String(first.ready.conversation);
  first.page.send({ type: 'text', id: 'person', text: 'I want to talk to a person' });
  const waits = (event: Event) =>
    event.type === 'queue' && JSON.stringify(event.waiting).includes(conversation);
  const { waiting } = await staff.until(waits);
  const entry = (waiting as Event[]).find((one) => one.conversation === conversation);
  staff.send({ type: 'accept', id: 'accept', handoff: entry?.handoff });
  const shown = await staff.until(({ type }) => type === 'conversation');
  const call = String(nested(shown, 'view', 'call'));
  first.page.socket.terminate();

  const requests = valuesOf(asSchema(CallRequest) ?? {}).map((request) => Object(request) as object);
  let asked = 0;
  return {
    name: 'call',
    inputs: fc.array(requests, { minLength: 1, maxLength: 10 }),
    async run(sent) {
      const { page } = await enter(conversation);
      const ask = (request: object) => {
        const id = `ask-${++asked}`;
        page.send({ type: 'call', id, call, request });
        return page.until((event) => event.type === 'error' || nested(event, 'event', 'id') === id);
      };
      await ask({ ask: 'join', device: { stills: false, immersive: false, audioOnly: false } });
      const offer = await ask({ ask: 'open_transport', direction: 'send' });
      const transport = nested(offer, 'event', 'answer', 'transport', 'id');
      for (const request of sent) {
        const real = 'transport' in request && typeof transport === 'string' ? { transport } : {};
        if (page.socket.readyState === WebSocket.OPEN)
          page.send({ type: 'call', id: 'fuzz', call, request: { ...request, ...real } });
      }
      page.socket.ping();
      await Promise.race([once(page.socket, 'pong'), once(page.socket, 'close')]);
      page.socket.terminate();
      staff.send({ type: 'ping', at: ++asked });
      await staff.until((event) => event.type === 'pong' && event.at === asked);
    },
  };
}
