import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { WebSocket as NodeSocket } from 'ws';
import type { PageEvent } from '#protocol';
import { type SocketState, VoiceSocket } from '../../client/transport/index.ts';
import { DrivenDialogue } from './driven-dialogue.ts';
import { DrivenSpeech } from './driven-speech.ts';
import { startVoiceServer } from './server.ts';
import { Talker } from './talker.ts';

let server: Awaited<ReturnType<typeof startVoiceServer>>;
let dialogue: DrivenDialogue;
let speech: DrivenSpeech;
let client: VoiceSocket;
let states: SocketState[];
let events: PageEvent[];
let token: string;
let online: boolean;
let attended: boolean;
let presenceChanged: () => void;

beforeEach(async () => {
  dialogue = new DrivenDialogue();
  speech = new DrivenSpeech();
  server = await startVoiceServer({ speech, dialogue });
  [states, events, token, online, attended] = [[], [], 'ada', true, true];
  client = clientOf(server.address);
});
afterEach(async () => {
  client.close();
  await server.app.close();
});

function clientOf(address: string): VoiceSocket {
  return new VoiceSocket({
    address,
    token: async () => token,
    hello: async () => ({
      language: 'en',
      audio: { encoding: 'pcm16', sampleRate: 16_000 },
      serverVoice: false,
      conversation: 'conversation-1',
    }),
    onEvent: (event) => events.push(event),
    onVoice: () => {},
    onState: (state) => states.push(state),
    presence: {
      online: () => online,
      attended: () => attended,
      onChange: (listener) => {
        presenceChanged = listener;
        return () => {};
      },
    },
    createSocket: (to) => new NodeSocket(to) as unknown as WebSocket,
  });
}

const reached = (state: SocketState) => expect.poll(() => client.state, { timeout: 10_000 }).toBe(state);
const replies = () => events.filter((event) => event.type === 'reply').map(({ reply }) => reply.text);

function cut(): void {
  for (const socket of server.sockets) socket.terminate();
}

describe('a cut socket', () => {
  test('comes back by itself, and every frame is heard once', async () => {
    client.connect();
    await reached('ready');
    for (let value = 0; value < 40; value++) client.sendAudio(Uint8Array.of(value, 0));
    const stream = await speech.stream();
    cut();
    for (let value = 40; value < 80; value++) client.sendAudio(Uint8Array.of(value, 0));
    client.sendListen({ type: 'listen_stop' });
    await expect.poll(() => stream.flushes, { timeout: 10_000 }).toBeGreaterThan(0);
    expect(stream.audio.filter((_, index) => index % 2 === 0)).toEqual(
      Array.from({ length: 80 }, (_, i) => i),
    );
    expect(speech.streams).toHaveLength(1);
    expect(states).toEqual(['connecting', 'ready', 'lost', 'ready']);
  });

  test('loses no reply and doubles none', async () => {
    client.connect();
    await reached('ready');
    dialogue.before = async () => {
      if (dialogue.turns.length === 0) cut();
    };
    client.sendTurn({ type: 'text', id: 'a', text: 'first' });
    client.sendTurn({ type: 'text', id: 'b', text: 'second' });
    await expect.poll(replies, { timeout: 10_000 }).toEqual(['You said: first', 'You said: second']);
    expect(dialogue.turns).toHaveLength(2);
  });

  test('of a server that restarted: what had no reply is asked again and carried out once', async () => {
    client.connect();
    await reached('ready');
    const { port } = new URL(`http://${server.host}`);
    dialogue.before = () => new Promise(() => {});
    client.sendTurn({ type: 'text', id: 'a', text: 'cancel it' });
    await expect.poll(() => events.some((event) => event.type === 'thinking')).toBe(true);
    dialogue.before = async () => {};
    await server.app.close();
    server = await startVoiceServer({ speech, dialogue, port: Number(port) });
    await expect.poll(replies, { timeout: 10_000 }).toEqual(['You said: cancel it']);
    expect(dialogue.turns).toHaveLength(1);
  });
});

test('what is typed before there is a connection is sent when there is one', async () => {
  online = false;
  client.connect();
  await reached('offline');
  client.sendTurn({ type: 'text', id: 'a', text: 'hello' });
  online = true;
  presenceChanged();
  await expect.poll(replies, { timeout: 10_000 }).toEqual(['You said: hello']);
});

test('a wrong token ends the attempts until the page connects again', async () => {
  token = 'mallory';
  client.connect();
  await reached('refused');
  expect(events).toContainEqual(expect.objectContaining({ type: 'error', code: 'not_signed_in' }));
  token = 'ada';
  client.connect();
  await reached('ready');
});

test('a window that took over the session is left in peace', async () => {
  client.connect();
  await reached('ready');
  const ready = events.find((event) => event.type === 'ready');
  const [second] = await Talker.enter(server.address, {
    resume: { token: ready?.resumeToken ?? '', received: 0 },
  });
  await reached('replaced');
  await second.settled();
});

test('a page that nobody looks at sleeps when the server finds it idle, and wakes when there is something to say', async () => {
  await server.app.close();
  server = await startVoiceServer({ speech, dialogue, limits: { idleMs: 100 } });
  attended = false;
  client = clientOf(server.address);
  client.connect();
  await reached('lost');
  client.sendTurn({ type: 'text', id: 'a', text: 'hello' });
  await expect.poll(replies, { timeout: 10_000 }).toEqual(['You said: hello']);
});

test('a full server is tried again', async () => {
  await server.app.close();
  server = await startVoiceServer({ speech, dialogue, limits: { maxSessions: 1 } });
  const [other] = await Talker.enter(server.address, { token: 'bob' });
  client = clientOf(server.address);
  client.connect();
  await reached('busy');
  other.send({ type: 'bye' });
  await reached('ready');
});
