import { afterEach, beforeEach, expect, test } from 'vitest';
import { DrivenDialogue } from './driven-dialogue.ts';
import { DrivenSpeech } from './driven-speech.ts';
import { startVoiceServer } from './server.ts';
import { Talker } from './talker.ts';

let server: Awaited<ReturnType<typeof startVoiceServer>>;
let dialogue: DrivenDialogue;
let speech: DrivenSpeech;

beforeEach(async () => {
  dialogue = new DrivenDialogue();
  speech = new DrivenSpeech();
  server = await startVoiceServer({ speech, dialogue, limits: { resumeForMs: 10_000, heartbeatMs: 100 } });
});
afterEach(() => server.app.close());

const frame = (value: number) => Uint8Array.of(value, value);

test('every frame is heard exactly once across a cut, however much is sent again', async () => {
  const [before, { resumeToken }] = await Talker.enter(server.address);
  for (let value = 0; value < 5; value++) before.sendAudio(frame(value));
  await before.settled();
  const stream = await speech.stream();
  await before.cut();
  const [after, ready] = await Talker.enter(server.address, { resume: { token: resumeToken, received: 0 } });
  expect(ready).toMatchObject({ resumed: true, nextAudio: 5 });
  for (let value = 2; value < 8; value++) after.sendAudio(frame(value), value);
  await after.settled();
  expect(speech.streams).toHaveLength(1);
  expect(stream.audio).toEqual([0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7]);
});

test('what was answered during the cut is told after it, what was seen is not told again', async () => {
  let open = () => {};
  const gate = new Promise<void>((resolve) => {
    open = resolve;
  });
  dialogue.before = () => gate;
  const [before, { resumeToken }] = await Talker.enter(server.address);
  before.send({ type: 'text', id: 't1', text: 'hello' });
  await before.next('thinking');
  await before.cut();
  open();
  const [after] = await Talker.enter(server.address, {
    resume: { token: resumeToken, received: before.received },
  });
  await after.next('reply');
  expect(after.types()).toEqual(['ready', 'reply']);
  expect(dialogue.turns).toHaveLength(1);
});

test('ten cuts lose and double no line, though the page says each again that it saw no answer to', async () => {
  let [talker, { resumeToken: token }] = await Talker.enter(server.address);
  const told: number[] = [];
  const replies: string[] = [];
  let received = 0;
  const keep = (one: Talker) => {
    told.push(...one.messages.flatMap(({ n }) => (n > 0 ? [n] : [])));
    replies.push(...one.messages.flatMap(({ event }) => (event.type === 'reply' ? [event.reply.text] : [])));
  };
  for (let cut = 1; cut <= 10; cut++) {
    const line = { type: 'text', id: `line-${cut}`, text: `line ${cut}` } as const;
    talker.send(line);
    if (cut % 2 === 0) await talker.next('reply');
    else await talker.settled(received);
    received = Math.max(received, talker.received);
    await talker.cut();
    keep(talker);
    const [next, ready] = await Talker.enter(server.address, { resume: { token, received } });
    expect(ready.resumed).toBe(true);
    ({ resumeToken: token } = ready);
    talker = next;
    talker.send(line);
    await talker.settled(received);
  }
  talker.send({ type: 'text', id: 'last', text: 'last' });
  await talker.next('reply', ({ reply }) => reply.text.endsWith('last'));
  keep(talker);
  const lines = [...Array.from({ length: 10 }, (_, at) => `line ${at + 1}`), 'last'];
  expect(dialogue.turns.map(({ text }) => text)).toEqual(lines);
  expect(replies).toEqual(lines.map((line) => `You said: ${line}`));
  expect(told).toEqual(told.map((_, at) => at + 1));
});

test('a second window takes over and the first is told why', async () => {
  const [first, { resumeToken, conversation }] = await Talker.enter(server.address);
  const [, ready] = await Talker.enter(server.address, { resume: { token: resumeToken, received: 0 } });
  expect(ready).toMatchObject({ resumed: true, conversation });
  expect(await first.closed).toEqual({ code: 4409, reason: 'conflict' });
});

test('the token changes at every resume; the old one lives on until the client has shown it knows the new', async () => {
  const [first, { resumeToken: old }] = await Talker.enter(server.address);
  await first.cut();
  const [second, { resumeToken: unseen }] = await Talker.enter(server.address, {
    resume: { token: old, received: 0 },
  });
  expect(unseen).not.toBe(old);
  await second.cut();
  const [third, ready] = await Talker.enter(server.address, { resume: { token: old, received: 0 } });
  expect(ready.resumed).toBe(true);
  await third.settled();
  await third.cut();
  for (const token of [old, unseen]) {
    const [stale, { resumed }] = await Talker.enter(server.address, { resume: { token, received: 0 } });
    expect(resumed).toBe(false);
    expect(await stale.next('error')).toMatchObject({ code: 'resume_expired' });
  }
  const [, { resumed }] = await Talker.enter(server.address, {
    resume: { token: ready.resumeToken, received: 0 },
  });
  expect(resumed).toBe(true);
});

test("nobody resumes another customer's session", async () => {
  const [ada, { resumeToken, conversation }] = await Talker.enter(server.address);
  const [, ready] = await Talker.enter(server.address, {
    token: 'bob',
    conversation,
    resume: { token: resumeToken, received: 0 },
  });
  expect(ready.resumed).toBe(false);
  expect(ready.conversation).not.toBe(conversation);
  await ada.settled();
});

test('a session that nobody resumes is let go', async () => {
  const shortLived = await startVoiceServer({ speech, dialogue, limits: { resumeForMs: 1 } });
  const [before, { resumeToken }] = await Talker.enter(shortLived.address);
  before.sendAudio(frame(1));
  const stream = await speech.stream();
  await before.cut();
  await expect.poll(() => stream.closed).toBe(true);
  const [after] = await Talker.enter(shortLived.address, { resume: { token: resumeToken, received: 0 } });
  expect(await after.next('error')).toMatchObject({ code: 'resume_expired' });
  await shortLived.app.close();
});

test('bye ends the session at once', async () => {
  const [talker, { resumeToken }] = await Talker.enter(server.address);
  talker.send({ type: 'bye' });
  expect(await talker.closed).toEqual({ code: 1000, reason: 'bye' });
  const [, { resumed }] = await Talker.enter(server.address, { resume: { token: resumeToken, received: 0 } });
  expect(resumed).toBe(false);
});

test('a socket that answers no ping is given up, and its session can be resumed', async () => {
  const [deaf, { resumeToken }] = await Talker.enter(server.address);
  deaf.socket.pause();
  await expect.poll(() => server.sockets.size, { timeout: 5_000 }).toBe(0);
  const [, { resumed }] = await Talker.enter(server.address, { resume: { token: resumeToken, received: 0 } });
  expect(resumed).toBe(true);
  deaf.socket.terminate();
});
