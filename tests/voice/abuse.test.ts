import { once } from 'node:events';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { maxMicrophoneFrameBytes } from '#protocol';
import { DrivenDialogue } from './driven-dialogue.ts';
import { DrivenSpeech } from './driven-speech.ts';
import { startVoiceServer } from './server.ts';
import { Talker } from './talker.ts';

let server: Awaited<ReturnType<typeof startVoiceServer>>;
let neighbour: Talker;

beforeEach(async () => {
  server = await startVoiceServer({
    speech: new DrivenSpeech(),
    dialogue: new DrivenDialogue(),
    limits: { maxStrikes: 5, messagesPerSecond: 5 },
  });
  [neighbour] = await Talker.enter(server.address, { token: 'bob' });
});

afterEach(async () => {
  neighbour.send({ type: 'text', id: 'still-here', text: 'hello' });
  expect((await neighbour.next('reply')).reply.text).toBe('You said: hello');
  await server.app.close();
});

describe('a message that cannot be taken is answered with a code and others talk on', () => {
  test.each([
    ['no JSON', 'hello?'],
    ['no object', '[1,2]'],
    ['an unknown type', '{"type":"sudo"}'],
    ['a missing field', '{"type":"text","id":"a"}'],
    ['a wrong field', '{"type":"listen_start","mode":"shout"}'],
    ['a text that is too long', JSON.stringify({ type: 'text', id: 'a', text: 'x'.repeat(2001) })],
    ['bytes that are no frame', Buffer.from([9, 9])],
  ])('%s', async (_, sent) => {
    const [talker] = await Talker.enter(server.address);
    talker.socket.send(sent);
    expect(await talker.next('error')).toMatchObject({ code: 'bad_message', retryable: false });
    await talker.settled();
  });

  test('the refusal names the message by the id the client gave', async () => {
    const [talker] = await Talker.enter(server.address);
    talker.socket.send('{"type":"text","id":"mine","text":""}');
    expect(await talker.next('error')).toMatchObject({ id: 'mine' });
  });

  test('an oversized message and an oversized frame', async () => {
    const [talker] = await Talker.enter(server.address);
    talker.socket.send(JSON.stringify({ type: 'text', id: 'a', text: 'x'.repeat(40_000) }));
    expect(await talker.next('error')).toMatchObject({ code: 'message_too_large' });
    talker.sendAudio(new Uint8Array(maxMicrophoneFrameBytes));
    expect(await talker.next('error')).toMatchObject({ code: 'message_too_large' });
    await talker.settled();
  });

  test('a message far too large to read ends the socket', async () => {
    const [talker] = await Talker.enter(server.address);
    talker.socket.send(new Uint8Array(5_000_000));
    expect((await talker.closed).code).toBe(1009);
  });

  test('a frame out of order, once for the gap, and the number to go on from', async () => {
    const [talker] = await Talker.enter(server.address);
    talker.sendAudio(new Uint8Array(2), 0);
    talker.sendAudio(new Uint8Array(2), 2);
    talker.sendAudio(new Uint8Array(2), 3);
    expect(await talker.next('error')).toMatchObject({ code: 'out_of_order' });
    expect(await talker.next('audio_ack')).toMatchObject({ next: 1 });
    talker.sendAudio(new Uint8Array(2), 1);
    talker.sendAudio(new Uint8Array(2), 2);
    expect(await talker.next('audio_ack', ({ next }) => next === 3)).toMatchObject({ next: 3 });
    expect(talker.types().filter((type) => type === 'error')).toHaveLength(1);
  });

  test('whoever goes on and on is sent away', async () => {
    const talker = new Talker(server.address);
    await once(talker.socket, 'open');
    for (let count = 0; count < 20; count++) talker.socket.send('nonsense');
    expect(await talker.closed).toEqual({ code: 4400, reason: 'bad_message' });
  });

  test('a flood of messages is refused as such', async () => {
    const [talker] = await Talker.enter(server.address);
    for (let count = 0; count < 30; count++) talker.send({ type: 'language', language: 'en' });
    expect(await talker.next('error')).toMatchObject({ code: 'rate_limited', retryable: true });
    expect(await talker.closed).toEqual({ code: 4429, reason: 'rate_limited' });
  });
});
