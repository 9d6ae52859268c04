import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Synthesis } from '../../server/speech/contract.ts';
import { DrivenDialogue } from './driven-dialogue.ts';
import { DrivenSpeech, type DrivenStream } from './driven-speech.ts';
import { rampSynthesis, startVoiceServer } from './server.ts';
import { Talker } from './talker.ts';

let server: Awaited<ReturnType<typeof startVoiceServer>>;
let dialogue: DrivenDialogue;
let speech: DrivenSpeech;
let synthesis: Synthesis;

beforeEach(async () => {
  dialogue = new DrivenDialogue();
  speech = new DrivenSpeech();
  synthesis = { ...rampSynthesis };
  server = await startVoiceServer({ speech, dialogue, synthesis });
});
afterEach(() => server.app.close());

async function ask(talker: Talker) {
  talker.send({ type: 'text', id: 'q', text: 'where is it' });
  return (await talker.next('reply')).reply;
}

async function overhear(talker: Talker): Promise<DrivenStream> {
  talker.sendAudio(new Uint8Array(640));
  return speech.stream();
}

describe("the server's voice", () => {
  test('comes sentence by sentence, whole, under the number of its reply', async () => {
    const [talker] = await Talker.enter(server.address, { serverVoice: true });
    const reply = await ask(talker);
    await talker.next('voice_end', (event) => event.reply === reply.id);
    const n = talker.messages.find(({ event }) => event.type === 'reply')?.n;
    for (const sentence of [0, 1]) {
      const frames = talker.voice.filter((frame) => frame.reply === n && frame.sentence === sentence);
      expect(frames.flatMap(({ pcm }) => [...pcm])).toEqual(Array.from({ length: 16_000 }, (_, i) => i));
    }
  });

  test('is not sent to who has a voice, nor after it was switched off', async () => {
    const [quiet] = await Talker.enter(server.address);
    await ask(quiet);
    await quiet.settled();
    const [muted] = await Talker.enter(server.address, { token: 'bob', serverVoice: true });
    muted.send({ type: 'voice', server: false });
    await ask(muted);
    await muted.settled();
    expect([...quiet.voice, ...muted.voice]).toEqual([]);
  });

  test('begins with the first sentence, not with the last', async () => {
    const second = { speak: (_: Int16Array) => {} };
    const made = new Promise<Int16Array>((resolve) => {
      second.speak = resolve;
    });
    synthesis.speak = async (sentence) =>
      sentence === dialogue.sentences[1] ? made : new Int16Array(16_000);
    const [talker] = await Talker.enter(server.address, { serverVoice: true });
    await ask(talker);
    await expect.poll(() => talker.voice.length).toBe(10);
    second.speak(new Int16Array(1_600));
    await talker.next('voice_end');
    expect(talker.voice).toHaveLength(11);
  });

  test('that fails leaves the reply on the screen and says so', async () => {
    synthesis.speak = async () => {
      throw new Error('no voice');
    };
    const [talker] = await Talker.enter(server.address, { serverVoice: true });
    await ask(talker);
    expect(await talker.next('error')).toMatchObject({ code: 'internal' });
    await talker.next('voice_end');
  });

  test('waits for a client that does not read instead of filling memory', async () => {
    dialogue.sentences = ['long'];
    let whole = 0;
    synthesis.speak = async () => {
      whole = 16_000 * 600;
      return new Int16Array(whole);
    };
    const [talker] = await Talker.enter(server.address, { serverVoice: true });
    talker.socket.pause();
    talker.send({ type: 'text', id: 'q', text: 'tell me' });
    const [serverSide] = [...server.sockets];
    await expect.poll(() => serverSide?.bufferedAmount ?? 0).toBeGreaterThan(0);
    expect(serverSide?.bufferedAmount).toBeLessThan(100_000);
    talker.socket.resume();
    await talker.next('voice_end');
    expect(talker.voice.reduce((sum, { pcm }) => sum + pcm.length, 0)).toBe(whole);
  });

  test('goes on after a cut with the sentence that was under way', async () => {
    dialogue.sentences = ['long'];
    synthesis.speak = async () => new Int16Array(16_000 * 600);
    const [before, { resumeToken }] = await Talker.enter(server.address, { serverVoice: true });
    before.socket.pause();
    before.send({ type: 'text', id: 'q', text: 'tell me' });
    const [serverSide] = [...server.sockets];
    await expect.poll(() => serverSide?.bufferedAmount ?? 0).toBeGreaterThan(0);
    before.socket.terminate();
    const [after] = await Talker.enter(server.address, {
      serverVoice: true,
      resume: { token: resumeToken, received: 0 },
    });
    await after.next('voice_end');
    expect(after.voice.reduce((sum, { pcm }) => sum + pcm.length, 0)).toBe(16_000 * 600);
  });
});

describe('speech over a reply', () => {
  async function sounding(): Promise<[Talker, DrivenStream, string]> {
    const [talker] = await Talker.enter(server.address);
    const stream = await overhear(talker);
    const reply = await ask(talker);
    talker.send({ type: 'playback', reply: reply.id, state: 'started' });
    await talker.settled();
    stream.fire({ type: 'speech_started', utterance: 1 });
    return [talker, stream, reply.id];
  }

  test('stops it with the first real words', async () => {
    const [talker, stream, reply] = await sounding();
    stream.fire({ type: 'partial', utterance: 1, text: 'No, the' });
    expect(await talker.next('stop_reply')).toEqual({ type: 'stop_reply', reply });
    stream.fire({ type: 'final', utterance: 1, text: 'No, the desk', words: [], audioMs: 1, latencyMs: 1 });
    expect((await talker.next('reply')).reply.text).toBe('You said: No, the desk');
  });

  test('that only says "uh-huh, okay" changes nothing and is not answered', async () => {
    const [talker, stream] = await sounding();
    stream.fire({ type: 'partial', utterance: 1, text: 'Uh-huh.' });
    stream.fire({ type: 'final', utterance: 1, text: 'Uh-huh, okay.', words: [], audioMs: 1, latencyMs: 1 });
    expect(await talker.next('discarded')).toMatchObject({ reason: 'backchannel' });
    await talker.settled();
    expect(talker.types()).not.toContain('stop_reply');
    expect(dialogue.turns).toHaveLength(1);
  });

  test('that says "okay" to a question is its answer', async () => {
    dialogue.expecting = 'confirmation';
    const [talker, stream, reply] = await sounding();
    stream.fire({ type: 'final', utterance: 1, text: 'Okay.', words: [], audioMs: 1, latencyMs: 1 });
    expect(await talker.next('stop_reply')).toEqual({ type: 'stop_reply', reply });
    expect((await talker.next('reply')).reply.text).toBe('You said: Okay.');
  });

  test('stops it without words when the recogniser gives none', async () => {
    const [talker, , reply] = await sounding();
    expect(await talker.next('stop_reply')).toEqual({ type: 'stop_reply', reply });
  });

  test('after it has ended is an ordinary "okay"', async () => {
    const [talker, stream, reply] = await sounding();
    stream.fire({ type: 'no_words', utterance: 1 });
    talker.send({ type: 'playback', reply, state: 'finished' });
    await talker.settled();
    stream.say(2, 'Okay.');
    expect((await talker.next('reply')).reply.text).toBe('You said: Okay.');
  });

  test("ends the server's voice too", async () => {
    dialogue.sentences = ['endless'];
    synthesis.speak = async () => new Int16Array(16_000 * 600);
    const [talker] = await Talker.enter(server.address, { serverVoice: true });
    const stream = await overhear(talker);
    await talker.settled();
    talker.socket.pause();
    talker.send({ type: 'text', id: 'q', text: 'tell me' });
    const [serverSide] = [...server.sockets];
    await expect.poll(() => serverSide?.bufferedAmount ?? 0).toBeGreaterThan(0);
    stream.fire({ type: 'speech_started', utterance: 1 });
    stream.fire({ type: 'partial', utterance: 1, text: 'stop' });
    talker.socket.resume();
    await talker.next('stop_reply');
    await talker.next('voice_end');
    expect(talker.voice.reduce((sum, { pcm }) => sum + pcm.length, 0)).toBeLessThan(16_000 * 600);
  });
});
