import { once } from 'node:events';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { ClientMessage, DeskRequest, protocolVersion } from '#protocol';
import { freshPlace } from '../server/store/testing/fresh-store.ts';
import { longestDelay } from '../server/testing/loop-delay.ts';
import { asSchema, hostileTexts, textPlaces } from '../server/testing/schema-values.ts';
import { openWholeServer, type WholeServer } from '../server/testing/whole-server.ts';

/** Milliseconds for which one message may keep everybody else waiting. */
const mostMs = 200;
/** Less than either socket takes in one message, though each character be written as six. */
const longest = 5_000;
/** A socket is closed after more refusals than these in a row. */
const messagesPerSocket = 15;
const patienceMs = 2_000;

let server: WholeServer;
let address: string;
beforeAll(async () => {
  server = await openWholeServer(await freshPlace('pglite'));
  address = (await server.app.listen({ host: '127.0.0.1', port: 0 })).replace('http', 'ws');
});
afterAll(() => server.close());

interface Message {
  type: string;
  name: string;
  value: unknown;
}

/** Every message of a union with a hostile text in one place, and plain ones elsewhere. */
function* hostileMessages(union: { anyOf: unknown[] }): Generator<Message> {
  for (const message of union.anyOf) {
    const schema = asSchema(message);
    const type = String(schema?.properties?.type?.const);
    for (const place of schema ? textPlaces(schema) : [])
      for (const text of hostileTexts(Math.min(place.longest ?? longest, longest)))
        yield { type, name: `${type} ${place.path}`, value: numbered(place.fill(text), place.path) };
  }
}

let count = 0;
/** With an id of its own where that is not what is tried: the same one is taken once. */
const numbered = (value: unknown, path: string): unknown => {
  const message = Object(value);
  return 'id' in message && path !== 'id' ? { ...message, id: `message-${++count}` } : value;
};

let visitor = 0;
async function open(path: string, cookie: string): Promise<WebSocket> {
  const socket = new WebSocket(`${address}${path}`, {
    headers: {
      origin: address.replace('ws', 'http'),
      cookie,
      'x-forwarded-for': `10.1.${(visitor >> 8) & 255}.${visitor++ & 255}`,
    },
  });
  await once(socket, 'open');
  return socket;
}

/** The next event that is one of these, the socket's end, or too long a wait: who sends an id twice is answered once. */
const next = (socket: WebSocket, types: string[]) =>
  new Promise<void>((resolve) => {
    const end = () => {
      clearTimeout(late);
      socket.off('message', look);
      socket.off('close', end);
      resolve();
    };
    const look = (data: Buffer) => {
      const message = JSON.parse(String(data));
      if (types.includes((message.event ?? message).type)) end();
    };
    const late = setTimeout(end, patienceMs);
    socket.on('message', look);
    socket.on('close', end);
  });

/** Everything that was sent before has been read, and what could be answered at once was. */
const settled = (socket: WebSocket) =>
  new Promise<void>((resolve) => {
    const end = () => {
      socket.off('pong', end);
      socket.off('close', end);
      resolve();
    };
    if (socket.readyState !== socket.OPEN) return resolve();
    socket.on('pong', end);
    socket.on('close', end);
    socket.ping();
  });

interface Face {
  path: string;
  cookie: string;
  messages: { anyOf: unknown[] };
  hello: object;
  bye?: object;
  /** Types of messages that are thought about, and what ends that. */
  answered: Record<string, string[]>;
}

async function tell(face: Face): Promise<{ slow: string[]; told: Set<string> }> {
  const slow: string[] = [];
  const told = new Set<string>();
  let socket: WebSocket | undefined;
  let left = 0;
  /** Said, so that no session is kept for a page that comes back. */
  const leave = () => {
    if (face.bye && socket?.readyState === WebSocket.OPEN) socket.send(JSON.stringify(face.bye));
    socket?.close();
  };
  for (const { type, name, value } of hostileMessages(face.messages)) {
    told.add(name);
    const sendOnce = async () => {
      if (type === 'hello' || left-- <= 0 || socket?.readyState !== WebSocket.OPEN) {
        leave();
        socket = await open(face.path, face.cookie);
        left = messagesPerSocket;
        if (type !== 'hello') {
          socket.send(JSON.stringify(face.hello));
          await next(socket, ['ready', 'error', 'refused']);
        }
      }
      const waits = face.answered[type];
      const answer = waits && next(socket, waits);
      socket.send(JSON.stringify(value));
      await (answer ?? settled(socket));
    };
    const ms = await longestDelay(sendOnce, mostMs);
    if (ms > mostMs) slow.push(`${name}: ${Math.round(ms)} ms`);
  }
  leave();
  return { slow, told };
}

test('no text in any message of a shopper keeps the others waiting', { timeout: 600_000 }, async () => {
  const { slow, told } = await tell({
    path: '/v1/voice',
    cookie: '',
    messages: ClientMessage,
    hello: {
      type: 'hello',
      protocol: protocolVersion,
      token: server.shopperToken,
      language: 'en',
      audio: { encoding: 'pcm16', sampleRate: 16_000 },
      serverVoice: false,
    },
    bye: { type: 'bye' },
    answered: { text: ['reply', 'error'], choose: ['reply', 'error'], hello: ['ready', 'error'] },
  });
  expect({ slow, faults: server.faults }).toEqual({ slow: [], faults: [] });
  expect([...told]).toContain('text text');
});

test('no text in any message of staff keeps the others waiting', { timeout: 600_000 }, async () => {
  const { slow, told } = await tell({
    path: '/v1/desk',
    cookie: server.headersOf.staff.cookie ?? '',
    messages: DeskRequest,
    hello: { type: 'hello', protocol: protocolVersion },
    answered: {
      ...Object.fromEntries(
        ['accept', 'hand_back', 'transfer', 'watch', 'say', 'invite', 'uninvite', 'close'].map((type) => [
          type,
          ['done', 'refused'],
        ]),
      ),
      hello: ['ready', 'refused'],
    },
  });
  expect({ slow, faults: server.faults }).toEqual({ slow: [], faults: [] });
  expect([...told]).toContain('say text');
});
