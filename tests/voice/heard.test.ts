import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { DrivenDialogue } from './driven-dialogue.ts';
import { DrivenSpeech, type DrivenStream } from './driven-speech.ts';
import { startVoiceServer } from './server.ts';
import { Talker } from './talker.ts';

let server: Awaited<ReturnType<typeof startVoiceServer>>;
let dialogue: DrivenDialogue;
let speech: DrivenSpeech;

beforeEach(async () => {
  dialogue = new DrivenDialogue();
  speech = new DrivenSpeech();
  server = await startVoiceServer({ speech, dialogue });
});
afterEach(() => server.app.close());

async function ask(talker: Talker, id = 'q') {
  talker.send({ type: 'text', id, text: 'cancel my order' });
  return (await talker.next('reply')).reply;
}

async function overhear(talker: Talker): Promise<DrivenStream> {
  talker.sendAudio(new Uint8Array(640));
  return speech.stream();
}

const heardLast = () => dialogue.turns.at(-1)?.heard;

describe('a typed turn is told with the last reply that had been delivered', () => {
  test('none before the first', async () => {
    const [talker] = await Talker.enter(server.address);
    await ask(talker);
    expect(heardLast()).toEqual({ reply: null });
  });

  test('the one before, however long the turn waited for its answer', async () => {
    const [talker] = await Talker.enter(server.address);
    const first = await ask(talker);
    talker.send({ type: 'text', id: 'a', text: 'cancel my order' });
    talker.send({ type: 'text', id: 'b', text: 'yes' });
    await talker.next('reply');
    await talker.next('reply');
    expect(dialogue.turns.map(({ text, heard }) => [text, heard])).toEqual([
      ['cancel my order', { reply: null }],
      ['cancel my order', { reply: first.id }],
      ['yes', { reply: first.id }],
    ]);
  });

  test('the one that stood on the page, where the page says so', async () => {
    const [talker] = await Talker.enter(server.address);
    const first = await ask(talker);
    await ask(talker, 'q2');
    talker.send({ type: 'text', id: 'a', text: 'yes', under: first.id });
    await talker.next('reply');
    expect(heardLast()).toEqual({ reply: first.id });
  });

  test('not one that was made while the socket was away', async () => {
    const [talker, { resumeToken }] = await Talker.enter(server.address);
    const gone: { on: () => void } = { on: () => {} };
    dialogue.before = () =>
      new Promise((resolve) => {
        gone.on = resolve;
      });
    talker.send({ type: 'text', id: 'a', text: 'cancel my order' });
    await talker.next('thinking');
    const { received } = talker;
    await talker.cut();
    dialogue.before = async () => {};
    gone.on();
    await expect.poll(() => dialogue.turns.length).toBe(1);
    const [back] = await Talker.enter(server.address, { resume: { token: resumeToken, received } });
    const { reply } = await back.next('reply');
    back.send({ type: 'text', id: 'b', text: 'yes' });
    await back.next('reply');
    expect(heardLast()).toEqual({ reply: reply.id });
  });

  test('on a later visit, the last one of the history', async () => {
    const [talker, { conversation }] = await Talker.enter(server.address);
    const reply = await ask(talker);
    talker.send({ type: 'bye' });
    await talker.closed;
    const [again] = await Talker.enter(server.address, { conversation });
    again.send({ type: 'text', id: 'b', text: 'yes' });
    await again.next('reply');
    expect(heardLast()).toEqual({ reply: reply.id });
  });
});

test('a pressed button is told with the reply it stands under, whatever came since', async () => {
  const [talker] = await Talker.enter(server.address);
  const first = await ask(talker);
  await ask(talker, 'q2');
  talker.send({ type: 'choose', id: 'c', reply: first.id, choice: 'yes' });
  await talker.next('reply');
  expect(heardLast()).toEqual({ reply: first.id });
});

describe('a spoken turn is told with what had been heard when its first word began', () => {
  test('the reply of before, where another came while they spoke', async () => {
    const [talker] = await Talker.enter(server.address);
    const stream = await overhear(talker);
    stream.fire({ type: 'speech_started', utterance: 1 });
    await ask(talker);
    stream.fire({ type: 'final', utterance: 1, text: 'yes', words: [], audioMs: 400, latencyMs: 100 });
    await talker.next('reply');
    expect(heardLast()).toEqual({ reply: null });
  });

  test('no sentences where replies are read', async () => {
    const [talker] = await Talker.enter(server.address);
    const stream = await overhear(talker);
    const reply = await ask(talker);
    stream.say(1, 'yes');
    await talker.next('reply');
    expect(heardLast()).toEqual({ reply: reply.id });
  });

  test('no sentence before it sounded, and that the words cut it', async () => {
    dialogue.expecting = 'confirmation';
    const [talker] = await Talker.enter(server.address, { serverVoice: true });
    const stream = await overhear(talker);
    const reply = await ask(talker);
    stream.say(1, 'yes');
    await talker.next('reply');
    expect(heardLast()).toEqual({ reply: reply.id, sentences: 0, interrupted: true });
  });

  test('the sentences that had sounded to their end, and that the words cut the next', async () => {
    dialogue.expecting = 'confirmation';
    const [talker] = await Talker.enter(server.address, { spoken: true });
    const stream = await overhear(talker);
    const { id } = await ask(talker);
    talker.send({ type: 'playback', reply: id, state: 'started' });
    talker.send({ type: 'playback', reply: id, state: 'sounding', sentences: 1 });
    await talker.settled();
    stream.say(1, 'yes');
    await talker.next('reply');
    expect(heardLast()).toEqual({ reply: id, sentences: 1, interrupted: true });
  });

  test('all of them once it finished', async () => {
    const [talker] = await Talker.enter(server.address, { spoken: true });
    const stream = await overhear(talker);
    const { id, speech: sentences } = await ask(talker);
    talker.send({ type: 'playback', reply: id, state: 'started' });
    talker.send({ type: 'playback', reply: id, state: 'finished' });
    await talker.settled();
    stream.say(1, 'yes');
    await talker.next('reply');
    expect(heardLast()).toEqual({ reply: id, sentences: sentences.length });
  });

  test('that an earlier interruption cut it, though nothing came of that one', async () => {
    const [talker] = await Talker.enter(server.address, { spoken: true });
    const stream = await overhear(talker);
    const { id } = await ask(talker);
    talker.send({ type: 'playback', reply: id, state: 'started' });
    await talker.settled();
    stream.fire({ type: 'speech_started', utterance: 1 });
    stream.fire({ type: 'partial', utterance: 1, text: 'wait a moment please' });
    await talker.next('stop_reply');
    stream.fire({ type: 'no_words', utterance: 1 });
    stream.say(2, 'yes');
    await talker.next('reply');
    expect(heardLast()).toEqual({ reply: id, sentences: 0, interrupted: true });
  });

  test('as a reply that is read, where the page could not speak it', async () => {
    const [talker] = await Talker.enter(server.address, { spoken: true });
    const stream = await overhear(talker);
    const { id } = await ask(talker);
    talker.send({ type: 'playback', reply: id, state: 'silent' });
    await talker.settled();
    stream.say(1, 'yes');
    await talker.next('reply');
    expect(heardLast()).toEqual({ reply: id });
  });
});

test('playback of a reply that was never sent is refused', async () => {
  const [talker] = await Talker.enter(server.address);
  talker.send({ type: 'playback', reply: 'made-up', state: 'started' });
  expect(await talker.next('error')).toMatchObject({ code: 'not_found' });
});
