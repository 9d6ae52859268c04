import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { HexkeyError } from '../../server/errors.ts';
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

async function listen(talker: Talker): Promise<DrivenStream> {
  talker.send({ type: 'listen_start', mode: 'handsfree' });
  talker.sendAudio(new Uint8Array(640));
  return speech.stream();
}

describe('a turn', () => {
  test('by voice: words as they come, the final ones, thinking, the reply', async () => {
    const [talker] = await Talker.enter(server.address);
    const stream = await listen(talker);
    stream.fire({ type: 'speech_started', utterance: 1 });
    stream.fire({ type: 'partial', utterance: 1, text: 'where is' });
    stream.fire({ type: 'final', utterance: 1, text: 'where is it', words: [], audioMs: 900, latencyMs: 90 });
    const { reply } = await talker.next('reply');
    expect(reply.text).toBe('You said: where is it');
    expect(talker.types().filter((type) => type !== 'audio_ack')).toEqual([
      'ready',
      'speech_started',
      'partial',
      'final',
      'shopper_said',
      'thinking',
      'reply',
    ]);
    expect(dialogue.turns[0]).toMatchObject({ customer: 'ada', source: 'voice', language: 'en' });
  });

  test('by text, in the language chosen last', async () => {
    const [talker] = await Talker.enter(server.address);
    talker.send({ type: 'language', language: 'zh' });
    talker.send({ type: 'text', id: 't1', text: 'hello' });
    expect((await talker.next('shopper_said')).entry).toMatchObject({
      id: 't1',
      text: 'hello',
      source: 'text',
    });
    await talker.next('reply');
    expect(dialogue.turns[0]).toMatchObject({ source: 'text', language: 'zh' });
  });

  test('by a button, also one from before a reload; a button that never was is answered', async () => {
    const [first, { conversation }] = await Talker.enter(server.address);
    first.send({ type: 'text', id: 't1', text: 'hello' });
    const { reply } = await first.next('reply');
    const [second] = await Talker.enter(server.address, { conversation });
    second.send({ type: 'choose', id: 'c1', reply: reply.id, choice: 'yes' });
    expect((await second.next('reply')).reply.text).toBe('You said: yes please');
    second.send({ type: 'choose', id: 'c2', reply: reply.id, choice: 'maybe' });
    expect(await second.next('error')).toMatchObject({ code: 'not_found', id: 'c2' });
  });

  test('waits for the turn before it', async () => {
    let open = () => {};
    const gate = new Promise<void>((resolve) => {
      open = resolve;
    });
    dialogue.before = ({ text }) => (text === 'first' ? gate : Promise.resolve());
    const [talker] = await Talker.enter(server.address);
    talker.send({ type: 'text', id: '1', text: 'first' });
    talker.send({ type: 'text', id: '2', text: 'second' });
    await talker.settled();
    open();
    await talker.next('reply', ({ reply }) => reply.text.endsWith('second'));
    expect(dialogue.turns.map((turn) => turn.text)).toEqual(['first', 'second']);
  });

  test('that comes when too many wait already is refused', async () => {
    dialogue.before = () => new Promise(() => {});
    const [talker] = await Talker.enter(server.address);
    for (let count = 0; count <= 20; count++) talker.send({ type: 'text', id: `t${count}`, text: 'hello' });
    expect(await talker.next('error')).toMatchObject({ code: 'rate_limited', retryable: true, id: 't20' });
  });

  test('sent twice is carried out once', async () => {
    const [talker] = await Talker.enter(server.address);
    talker.send({ type: 'text', id: 'same', text: 'cancel it' });
    talker.send({ type: 'text', id: 'same', text: 'cancel it' });
    await talker.next('reply');
    await talker.settled();
    expect(dialogue.turns).toHaveLength(1);
    expect(talker.types().filter((type) => type === 'reply')).toHaveLength(1);
  });

  test('sent again to a server that restarted gets its first reply', async () => {
    const [first, { conversation }] = await Talker.enter(server.address);
    first.send({ type: 'text', id: 'same', text: 'cancel it' });
    const { reply } = await first.next('reply');
    await server.app.close();
    server = await startVoiceServer({ speech, dialogue });
    const [second] = await Talker.enter(server.address, { conversation });
    second.send({ type: 'text', id: 'same', text: 'cancel it' });
    expect((await second.next('reply')).reply).toEqual(reply);
    expect(dialogue.turns).toHaveLength(1);
  });

  test('that fails is answered with its id, and works when sent again', async () => {
    dialogue.before = async () => {
      throw new Error('secret inside');
    };
    const [talker] = await Talker.enter(server.address);
    talker.send({ type: 'text', id: 't1', text: 'hello' });
    const error = await talker.next('error');
    expect(error).toMatchObject({ code: 'internal', retryable: true, id: 't1' });
    expect(error.message).not.toContain('secret');
    dialogue.before = async () => {};
    talker.send({ type: 'text', id: 't1', text: 'hello' });
    await talker.next('reply');
  });
});

describe('hearing', () => {
  test('silence without words, load and a failed recogniser are told, and talk goes on', async () => {
    const [talker] = await Talker.enter(server.address);
    const stream = await listen(talker);
    stream.fire({ type: 'no_words', utterance: 1 });
    expect(await talker.next('discarded')).toMatchObject({ utterance: 1, reason: 'no_words' });
    stream.fire({ type: 'no_words', utterance: 2, noisy: true });
    expect(await talker.next('discarded')).toMatchObject({ utterance: 2, reason: 'noise' });
    stream.fire({ type: 'load', level: 'busy' });
    expect(await talker.next('load')).toMatchObject({ level: 'busy' });
    stream.fire({
      type: 'error',
      utterance: 2,
      error: new HexkeyError('recogniser_failed', 'Say it again, please.'),
    });
    expect(await talker.next('error')).toMatchObject({ code: 'recogniser_failed', retryable: true });
    stream.say(3, 'hello');
    await talker.next('reply');
  });

  test('switching off is final once the last frame has come', async () => {
    const [talker] = await Talker.enter(server.address);
    const stream = await listen(talker);
    talker.send({ type: 'listen_stop', lastSequence: 1 });
    await talker.settled();
    expect(stream.flushes).toBe(0);
    talker.sendAudio(new Uint8Array(640));
    await talker.settled();
    expect(stream.flushes).toBe(1);
  });
});
