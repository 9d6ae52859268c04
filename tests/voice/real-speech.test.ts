import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { fromRoot } from '../../server/paths.ts';
import { createSpeech, type Speech } from '../../server/speech/index.ts';
import { spoken } from '../../server/speech/testing/spoken.ts';
import { DrivenDialogue } from './driven-dialogue.ts';
import { startVoiceServer } from './server.ts';
import { Talker } from './talker.ts';

const frameMs = 20;
const frameBytes = 16_000 * (frameMs / 1000) * 2;

let speech: Speech;
let server: Awaited<ReturnType<typeof startVoiceServer>>;
let dialogue: DrivenDialogue;

beforeAll(async () => {
  speech = await createSpeech({
    HEXKEY_MODELS: fromRoot('models', 'cache'),
    HEXKEY_RECOGNISER: 'moonshine-tiny',
    HEXKEY_THREADS: 1,
  });
});
beforeEach(async () => {
  dialogue = new DrivenDialogue();
  server = await startVoiceServer({ speech, dialogue });
  return () => server.app.close();
});
afterAll(() => speech.close());

async function framesOf(text: string, tailMs = 0): Promise<Uint8Array[]> {
  const pcm = await spoken(text, { leadMs: 300, tailMs });
  const bytes = new Uint8Array(pcm.buffer);
  return Array.from({ length: Math.floor(bytes.length / frameBytes) }, (_, i) =>
    bytes.slice(i * frameBytes, (i + 1) * frameBytes),
  );
}

/** As a microphone gives them: one every 20 ms. */
async function live(talker: Talker, frames: readonly Uint8Array[]): Promise<void> {
  const began = performance.now();
  for (const [index, frame] of frames.entries()) {
    const wait = began + index * frameMs - performance.now();
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    talker.sendAudio(frame);
  }
}

const wordsOf = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}']+/gu) ?? [];

describe('with the real recogniser', () => {
  const sentence =
    'Please send the new wardrobe to my office in the city, and tell me when it will be delivered.';

  test('a sentence cut in the middle by the network comes out whole, each word once', async () => {
    const frames = await framesOf(sentence, 200);
    const [whole] = await Talker.enter(server.address);
    for (const frame of frames) whole.sendAudio(frame);
    whole.send({ type: 'listen_stop', lastSequence: frames.length - 1 });
    const uncut = await whole.next('final');

    const [before, { resumeToken }] = await Talker.enter(server.address);
    const middle = Math.floor(frames.length / 2);
    for (const frame of frames.slice(0, middle)) before.sendAudio(frame);
    await before.settled();
    await before.cut();
    const [after, { nextAudio }] = await Talker.enter(server.address, {
      resume: { token: resumeToken, received: before.received },
    });
    expect(nextAudio).toBe(middle);
    // As a client does that does not know how much arrived: some frames again, then the rest.
    for (let index = middle - 20; index < frames.length; index++)
      after.sendAudio(frames[index] as Uint8Array, index);
    after.send({ type: 'listen_stop', lastSequence: frames.length - 1 });
    const resumed = await after.next('final');

    expect(wordsOf(resumed.text)).toEqual(wordsOf(uncut.text));
    expect(wordsOf(resumed.text)).toEqual(wordsOf(sentence));
  });

  test('real talk over a reply stops it, "uh-huh" does not', async () => {
    const [talker] = await Talker.enter(server.address);
    talker.send({ type: 'text', id: 'q', text: 'tell me' });
    const { reply } = await talker.next('reply');
    talker.send({ type: 'playback', reply: reply.id, state: 'started' });
    await live(talker, await framesOf('Okay.', 1_500));
    expect(await talker.next('discarded')).toMatchObject({ reason: 'backchannel' });
    expect(talker.types()).not.toContain('stop_reply');
    await live(talker, await framesOf('No, I mean the other one.', 1_500));
    expect(await talker.next('stop_reply')).toMatchObject({ reply: reply.id });
    await talker.next('reply');
    expect(dialogue.turns).toHaveLength(2);
  });
});
