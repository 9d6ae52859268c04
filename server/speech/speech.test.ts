import OpusScript from 'opusscript';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { drilling, mixed } from '../../scripts/noise-bench/drill.ts';
import { readSettings } from '../config.ts';
import type { Speech } from './contract.ts';
import { ThreadRecogniser } from './pool/thread-recogniser.ts';
import { chooseRecogniser } from './recogniser/choice.ts';
import { createSpeech } from './speech.ts';
import { bytesOf, finalsOf, framesOf, hear, heardIn } from './testing/hear.ts';
import { spoken } from './testing/spoken.ts';
import { wordErrorRate } from './testing/word-errors.ts';

const settings = { ...readSettings({}), HEXKEY_RECOGNISER: 'moonshine-tiny', HEXKEY_THREADS: 2 };
const choice = chooseRecogniser(settings.HEXKEY_RECOGNISER, settings.HEXKEY_MODELS);
const rate = 16_000;
const silence = (ms: number) => new Int16Array((rate * ms) / 1000);
const join = (...parts: Int16Array[]) => Int16Array.from(parts.flatMap((part) => [...part]));

let speech: Speech;
const recognisers: ThreadRecogniser[] = [];

beforeAll(async () => {
  speech = await createSpeech(settings, {
    recogniser: async () => {
      const recogniser = await ThreadRecogniser.start(choice);
      recognisers.push(recogniser);
      return recogniser;
    },
  });
}, 60_000);
afterAll(() => speech.close());

describe('an utterance', () => {
  it('is started, followed by partials and ended by one final with its words and their confidences', async () => {
    const pcm = await spoken('Where is my order?', { leadMs: 300, tailMs: 1000 });
    const events = await hear(speech, framesOf(pcm, rate));
    expect(events[0]).toEqual({ type: 'speech_started', utterance: 1 });
    expect(events.at(-1)?.type).toBe('final');
    const [final, ...more] = finalsOf(events);
    expect(more).toEqual([]);
    expect(heardIn(final)).toBe('where is my order');
    expect(final?.audioMs).toBeGreaterThan(1_000);
    for (const { confidence } of final?.words ?? []) expect(confidence).toBeGreaterThan(0.2);
  });

  it('keeps its first sound and its last word, however soon the microphone opens and closes', async () => {
    const pcm = await spoken('Thirty packs of hinges, please, and five fewer shelves.');
    const [final] = finalsOf(await hear(speech, framesOf(pcm, rate)));
    expect(heardIn(final)).toMatch(/^(thirty|30) packs .* shelves$/);
  });

  it('is not told of when nobody speaks', async () => {
    const hum = Int16Array.from({ length: rate * 3 }, (_, i) => 600 * Math.sin(i * 0.02));
    expect(await hear(speech, framesOf(hum, rate))).toEqual([]);
  });

  it('that is lost in noise is told apart from silence', async () => {
    const clean = Float32Array.from(await spoken('go to step four'), (sample) => sample / 32_768);
    const loud = mixed(clean, drilling(clean.length + rate, 7), -5, rate / 2);
    const pcm = Int16Array.from(loud, (sample) => Math.round(sample * 32_767));
    const events = await hear(speech, framesOf(pcm, rate));
    expect(events.at(-1)).toEqual({ type: 'no_words', utterance: 1, noisy: true });
  });

  it('is followed by the next, in order', async () => {
    const pcm = join(
      await spoken('Where is my order?', { leadMs: 200, tailMs: 1_800 }),
      await spoken('Please cancel the second one.', { tailMs: 1_800 }),
    );
    const finals = finalsOf(await hear(speech, framesOf(pcm, rate)));
    expect(finals.map((final) => final.utterance)).toEqual([1, 2]);
    expect(heardIn(finals[0])).toBe('where is my order');
    expect(heardIn(finals[1])).toBe('please cancel the second one');
  });

  it('holds a number together that is read out with pauses', async () => {
    const pcm = join(
      await spoken('My order number is', { leadMs: 200 }),
      silence(700),
      await spoken('four five one'),
      silence(900),
      await spoken('nine two', { tailMs: 1_500 }),
    );
    const finals = finalsOf(await hear(speech, framesOf(pcm, rate)));
    expect(finals).toHaveLength(1);
    expect(heardIn(finals[0])).toMatch(/^my order number is .*(nine|9)\s*(two|2)$/);
  });

  it('may last longer than a recogniser can read at once: it is cut where it is quiet and joined', async () => {
    const story = [
      'I bought the wardrobe in the spring and it came in four large boxes',
      'my brother and I carried them up three flights of stairs one after another',
      'we opened the first box and found the doors and both of the side panels',
      'the second box had the shelves and a bag with all the screws and hinges',
      'then we built the frame and it stood straight and looked very good',
      'but when we opened the third box the mirror had a crack from top to bottom',
      'so I called the shop and a friendly woman told me to send a picture',
      'I sent the picture the same day and since then I have not heard a word',
      'now I would like to know when the new mirror will be delivered to my house',
    ];
    const parts: Int16Array[] = [];
    for (const sentence of story) parts.push(await spoken(sentence), silence(250));
    const pcm = join(...parts, silence(1_500));
    expect(pcm.length / rate).toBeGreaterThan(31);
    const finals = finalsOf(await hear(speech, framesOf(pcm, rate)));
    expect(finals).toHaveLength(1);
    expect(finals[0]?.audioMs).toBeGreaterThan(31_000);
    expect(wordErrorRate(story.join(' '), heardIn(finals[0]))).toBeLessThan(0.12);
  });
});

describe('the microphone', () => {
  it.each([8_000, 16_000, 44_100, 48_000])('may send PCM at %i Hz', async (sampleRate) => {
    const pcm = await spoken('Where is my order?', { sampleRate, leadMs: 200, tailMs: 400 });
    const events = await hear(speech, framesOf(pcm, sampleRate), {
      audio: { encoding: 'pcm16', sampleRate },
    });
    expect(heardIn(finalsOf(events)[0])).toBe('where is my order');
  });

  it('may send Opus', async () => {
    const encoder = new OpusScript(48_000, 1, OpusScript.Application.VOIP);
    const pcm = await spoken('Where is my order?', { sampleRate: 48_000, leadMs: 200, tailMs: 400 });
    const packets: Uint8Array[] = [];
    for (let at = 0; at + 960 <= pcm.length; at += 960)
      packets.push(encoder.encode(Buffer.from(bytesOf(pcm.slice(at, at + 960))), 960).slice());
    encoder.delete();
    const events = await hear(speech, packets, { audio: { encoding: 'opus' } });
    expect(heardIn(finalsOf(events)[0])).toBe('where is my order');
  });

  it('is told of audio that cannot be decoded, and is heard again after it', async () => {
    const stream = await speech.open({
      audio: { encoding: 'pcm16', sampleRate: rate },
      hints: () => ({ phrases: [], orderNumbers: [], expecting: 'anything' }),
      on: () => {},
    });
    expect(() => stream.push(new Uint8Array(3))).toThrowError(
      expect.objectContaining({ code: 'unsupported_audio' }),
    );
    stream.push(new Uint8Array(640));
    await stream.flush();
    stream.close();
    const opus = await speech.open({
      audio: { encoding: 'opus' },
      hints: () => ({ phrases: [], orderNumbers: [], expecting: 'anything' }),
      on: () => {},
    });
    expect(() => opus.push(Uint8Array.of(0xff, 0xff, 0xff))).toThrowError(
      expect.objectContaining({ code: 'unsupported_audio' }),
    );
    opus.close();
  });
});

it('loses no word when every recogniser thread dies while someone speaks', async () => {
  const pcm = await spoken('Please send the wardrobe to my office instead.', { leadMs: 200, tailMs: 1_500 });
  const before = [...recognisers];
  const events = await hear(speech, framesOf(pcm, rate), {
    on: (event) => {
      if (event.type !== 'speech_started') return;
      // By then the first partial is being decoded.
      setImmediate(() => {
        for (const recogniser of before) void recogniser.close();
      });
    },
  });
  expect(recognisers.length).toBeGreaterThan(before.length);
  expect(heardIn(finalsOf(events)[0])).toBe('please send the wardrobe to my office instead');
});

it('says what to run when a model has not been fetched', async () => {
  await expect(createSpeech({ ...settings, HEXKEY_MODELS: '/nowhere' })).rejects.toMatchObject({
    code: 'model_missing',
    message: expect.stringContaining('npm run models'),
  });
});
