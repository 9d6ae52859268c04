import { afterEach, expect, test } from 'vitest';
import type { ServerEvent } from '#protocol';
import type { StaffPort } from '../../server/voice/index.ts';
import { DrivenDialogue } from './driven-dialogue.ts';
import { DrivenSpeech } from './driven-speech.ts';
import { startVoiceServer, type VoiceServerParts } from './server.ts';
import { Talker } from './talker.ts';

let server: Awaited<ReturnType<typeof startVoiceServer>> | undefined;
let dialogue: DrivenDialogue;
let speech: DrivenSpeech;

async function start(parts: Partial<VoiceServerParts> = {}): Promise<string> {
  dialogue = new DrivenDialogue();
  speech = new DrivenSpeech();
  server = await startVoiceServer({ speech, dialogue, ...parts });
  return server.address;
}
afterEach(() => server?.app.close());

/** Staff who say what the test wants. */
function staffWhoSay(): { staff: StaffPort; say: (text: string) => void } {
  const listeners = new Set<(news: Extract<ServerEvent, { type: 'said' }>) => void>();
  let said = 0;
  return {
    say(text) {
      said += 1;
      const entry = { who: 'staff', id: `said-${said}`, name: 'Sam', text, source: 'text' } as const;
      for (const tell of listeners) tell({ type: 'said', entry: { ...entry, at: new Date().toISOString() } });
    },
    staff: {
      attend: () => () => {},
      staffOf: async () => undefined,
      listen: (_conversation, on) => {
        listeners.add(on);
        return () => listeners.delete(on);
      },
      participate: () => {
        throw new Error('nobody calls');
      },
    },
  };
}

test('sound is taken as fast as it can be spoken, however few bytes it is in', async () => {
  const address = await start({ limits: { audioMsPerSecond: 10_000, audioBurstMs: 1_000 } });
  speech.frameMs = 120;
  const [talker] = await Talker.enter(address);
  talker.sendAudio(Uint8Array.of(0));
  await talker.settled();
  const began = performance.now();
  for (let frame = 0; frame < 60; frame++) talker.sendAudio(Uint8Array.of(0));
  await talker.next('audio_ack', ({ next }) => next === 61);
  await talker.settled();
  expect(performance.now() - began).toBeGreaterThan(500);
  expect((await speech.stream()).audio).toHaveLength(61);
});

test('whoever sends sound very much faster than it can be spoken is cut off', async () => {
  const address = await start({
    limits: { audioMsPerSecond: 1_000, audioBurstMs: 1_000, maxStrikes: 5, heartbeatMs: 200 },
  });
  const [talker] = await Talker.enter(address);
  talker.sendAudio(Uint8Array.of(0));
  const stream = await speech.stream();
  stream.frameMs = 120_000;
  for (let frame = 0; frame < 20; frame++) talker.sendAudio(Uint8Array.of(0));
  await talker.closed;
  expect(stream.audio.length).toBeLessThan(4);
});

test('a client that reads nothing is cut off, and gets what it missed when it is back', async () => {
  const { staff, say } = staffWhoSay();
  const address = await start({ staff, limits: { maxUnsentBytes: 200_000, maxKeptBytes: 50_000_000 } });
  const [talker, { resumeToken }] = await Talker.enter(address);
  talker.socket.pause();
  const gone = [...(server?.sockets ?? [])].map(
    (socket) => new Promise((resolve) => socket.once('close', resolve)),
  );
  for (let count = 0; count < 200; count++) say('x'.repeat(100_000));
  await Promise.all(gone);
  talker.socket.terminate();
  const [back] = await Talker.enter(address, { resume: { token: resumeToken, received: 195 } });
  for (let count = 196; count <= 200; count++)
    expect((await back.next('said')).entry).toMatchObject({ id: `said-${count}` });
});

test('a session that was left more than may be kept begins anew', async () => {
  const { staff, say } = staffWhoSay();
  const address = await start({ staff, limits: { maxKeptMessages: 10 } });
  const [talker, { resumeToken, conversation }] = await Talker.enter(address);
  await talker.cut();
  for (let count = 0; count < 11; count++) say('hello?');
  const [, ready] = await Talker.enter(address, {
    conversation,
    resume: { token: resumeToken, received: 0 },
  });
  expect(ready).toMatchObject({ resumed: false, conversation });
});

test('acknowledging what was never sent is refused, and nothing is forgotten for it', async () => {
  const address = await start();
  const [talker, { resumeToken }] = await Talker.enter(address);
  talker.send({ type: 'text', id: 'a', text: 'hello' });
  await talker.next('reply');
  talker.send({ type: 'ping', at: 1, received: 1_000 });
  expect(await talker.next('error')).toMatchObject({ code: 'bad_message' });
  await talker.cut();
  const liar = new Talker(address);
  liar.socket.once('open', () => liar.hello({ resume: { token: resumeToken, received: 1_000 } }));
  expect(await liar.next('error')).toMatchObject({ code: 'bad_message' });
  expect((await liar.closed).reason).toBe('bad_message');
  const [back, ready] = await Talker.enter(address, { resume: { token: resumeToken, received: 0 } });
  expect(ready.resumed).toBe(true);
  await back.next('reply');
});

test('a session whose resuming failed waits on, and no longer than any other', async () => {
  const address = await start({ limits: { resumeForMs: 300 } });
  const [talker, { resumeToken }] = await Talker.enter(address);
  talker.sendAudio(new Uint8Array(2));
  const stream = await speech.stream();
  await talker.cut();
  const open = dialogue.open.bind(dialogue);
  dialogue.open = async () => {
    throw new Error('the store is away');
  };
  const unlucky = new Talker(address);
  unlucky.socket.once('open', () => unlucky.hello({ resume: { token: resumeToken, received: 0 } }));
  expect(await unlucky.next('error')).toMatchObject({ code: 'internal' });
  await expect.poll(() => stream.closed).toBe(true);
  dialogue.open = open;
  const [, ready] = await Talker.enter(address, { resume: { token: resumeToken, received: 0 } });
  expect(ready.resumed).toBe(false);
});

test('no session is left where finding out who helps failed', async () => {
  let there = false;
  const { staff } = staffWhoSay();
  const address = await start({
    limits: { maxSessionsPerCustomer: 1 },
    staff: {
      ...staff,
      staffOf: async () => {
        if (!there) throw new Error('the store is away');
        return undefined;
      },
    },
  });
  const unlucky = new Talker(address);
  unlucky.socket.once('open', () => unlucky.hello());
  expect(await unlucky.next('error')).toMatchObject({ code: 'internal' });
  there = true;
  await Talker.enter(address);
});

test('hellos that come at once take no more room than there is', async () => {
  const address = await start({ limits: { maxSessionsPerCustomer: 2 } });
  const talkers = Array.from({ length: 6 }, () => new Talker(address));
  for (const talker of talkers) talker.socket.once('open', () => talker.hello());
  const outcomes = await Promise.all(
    talkers.map((talker) =>
      Promise.race([
        talker.next('ready').then(() => 'ready'),
        talker.closed.then(({ reason }) => reason),
      ]).catch(() => talker.closed.then(({ reason }) => reason)),
    ),
  );
  expect(outcomes.sort()).toEqual([...Array(4).fill('overloaded'), 'ready', 'ready']);
});

test('a socket ends with the token that opened it, and its session goes on under a newer one', async () => {
  let lifeMs = 300;
  const address = await start({ tokenEnds: () => new Date(Date.now() + lifeMs) });
  const [talker, { resumeToken }] = await Talker.enter(address);
  expect(await talker.closed).toEqual({ code: 4401, reason: 'token_expired' });
  lifeMs = 60_000;
  const [, ready] = await Talker.enter(address, { resume: { token: resumeToken, received: 0 } });
  expect(ready.resumed).toBe(true);
});
