import { once } from 'node:events';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { DrivenDialogue } from './driven-dialogue.ts';
import { DrivenSpeech } from './driven-speech.ts';
import { startVoiceServer } from './server.ts';
import { Talker } from './talker.ts';

let server: Awaited<ReturnType<typeof startVoiceServer>>;

beforeEach(async () => {
  server = await startVoiceServer({
    speech: new DrivenSpeech(),
    dialogue: new DrivenDialogue(),
    limits: { helloMs: 300, maxSessionsPerCustomer: 2 },
  });
});
afterEach(() => server.app.close());

async function refusedHello(hello: Parameters<typeof Talker.enter>[1]) {
  const talker = new Talker(server.address);
  await once(talker.socket, 'open');
  talker.hello(hello);
  const { code } = await talker.next('error');
  return { code, close: await talker.closed };
}

describe('who is let in', () => {
  test('a good token is greeted and gets a conversation', async () => {
    const [, ready] = await Talker.enter(server.address);
    expect(ready).toMatchObject({
      resumed: false,
      nextAudio: 0,
      history: [],
      customer: { firstName: 'ada' },
    });
    expect(ready.resumeToken.length).toBeGreaterThan(40);
  });

  test('a wrong token is refused with a code', async () => {
    expect(await refusedHello({ token: 'mallory' })).toEqual({
      code: 'not_signed_in',
      close: { code: 4401, reason: 'not_signed_in' },
    });
  });

  test('another version of the protocol is refused with a code', async () => {
    expect(await refusedHello({ protocol: 99 })).toMatchObject({ code: 'unsupported_protocol' });
  });

  test('a page of a foreign origin is refused, one of our own is not', async () => {
    const foreign = new WebSocket(server.address, { origin: 'https://evil.example' });
    const [request, response] = await once(foreign, 'unexpected-response');
    expect(response.statusCode).toBe(403);
    expect(JSON.parse(String((await response.toArray()).join('')))).toMatchObject({ code: 'foreign_origin' });
    request.destroy();
    const own = new Talker(server.address, `http://${server.host}`);
    await once(own.socket, 'open');
    own.hello();
    await own.next('ready');
  });

  test('who says no hello is sent away', async () => {
    const talker = new Talker(server.address);
    expect(await talker.closed).toEqual({ code: 4408, reason: 'no_hello' });
  });

  test('nothing is taken before hello', async () => {
    const talker = new Talker(server.address);
    await once(talker.socket, 'open');
    talker.send({ type: 'text', id: 'a', text: 'hi' });
    expect(await talker.next('error')).toMatchObject({ code: 'bad_message' });
    talker.hello();
    await talker.next('ready');
    talker.hello();
    expect(await talker.next('error')).toMatchObject({ code: 'bad_message' });
  });

  test('one customer has a limited number of windows; a closed one makes room', async () => {
    const [first] = await Talker.enter(server.address);
    await Talker.enter(server.address);
    expect(await refusedHello({})).toMatchObject({ code: 'overloaded', close: { code: 4503 } });
    await Talker.enter(server.address, { token: 'bob' });
    await first.cut();
    await Talker.enter(server.address);
  });

  test('a server that goes down says so', async () => {
    const [talker] = await Talker.enter(server.address);
    await server.app.close();
    expect(await talker.closed).toEqual({ code: 1012, reason: 'restart' });
  });
});
