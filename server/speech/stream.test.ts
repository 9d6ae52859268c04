import { afterEach, expect, it, vi } from 'vitest';
import { readSettings } from '../config.ts';
import type { Speech, SpeechEvent } from './contract.ts';
import { type Recogniser, RecogniserLost } from './recogniser/contract.ts';
import { script } from './recogniser/scripted.ts';
import { createSpeech, type SpeechOptions } from './speech.ts';
import { bytesOf, finalsOf, framesOf, hear, heardIn, noHints } from './testing/hear.ts';

const rate = 16_000;
const lines = script(['where is my wardrobe', 'cancel it please', 'my order number is']);

let speech: Speech | undefined;
afterEach(async () => {
  vi.useRealTimers();
  await speech?.close();
});

async function open(options: SpeechOptions = {}): Promise<Speech> {
  const settings = { ...readSettings({}), HEXKEY_THREADS: 1 };
  speech = await createSpeech(settings, {
    recogniser: lines.recogniser,
    activity: lines.activity,
    ...options,
  });
  return speech;
}

function signal(): { given: Promise<void>; give: () => void } {
  let give: () => void = () => {};
  const given = new Promise<void>((resolve) => {
    give = resolve;
  });
  return { given, give };
}

/** A recogniser that hears what the script says once it is let. */
function gated() {
  const gate = signal();
  const begun = signal();
  const recogniser = async (): Promise<Recogniser> => {
    const scripted = await lines.recogniser();
    return {
      ...scripted,
      decode: async (audio, draft) => {
        begun.give();
        await gate.given;
        return scripted.decode(audio, draft);
      },
    };
  };
  return { recogniser, begun: begun.given, open: gate.give };
}

it('a speech stream tells nothing inside a call to push', async () => {
  const events: SpeechEvent[] = [];
  const stream = await (await open()).open({
    audio: { encoding: 'pcm16', sampleRate: rate },
    hints: () => noHints,
    on: (event) => events.push(event),
  });
  stream.push(bytesOf(lines.say(0, { tailMs: 2_000 })));
  expect(events).toEqual([]);
  await stream.flush();
  expect(events.map((event) => event.type)).toContain('final');
});

it('a speech stream ends an utterance on silence alone, without a flush', async () => {
  const heard = await new Promise<SpeechEvent>((resolve, reject) => {
    void open()
      .then((speech) =>
        speech.open({
          audio: { encoding: 'pcm16', sampleRate: rate },
          hints: () => noHints,
          on: (event) => event.type === 'final' && resolve(event),
        }),
      )
      .then((stream) => stream.push(bytesOf(lines.say(0, { tailMs: 2_000 }))), reject);
  });
  expect(heard).toMatchObject({ type: 'final', utterance: 1, text: 'where is my wardrobe' });
});

it('a speech stream does not decide over and over about a silence in which the sound stops', async () => {
  const speech = await open();
  for (const tailMs of [96, 128, 160, 192, 224, 256]) {
    let asked = 0;
    const finals: SpeechEvent[] = [];
    const stream = await speech.open({
      audio: { encoding: 'pcm16', sampleRate: rate },
      hints: () => {
        // Breaks a decision that is taken over and over, which would hold up everybody else for ever.
        if (++asked > 50) throw new Error('asked over and over');
        return noHints;
      },
      on: (event) => event.type === 'final' && finals.push(event),
    });
    stream.push(bytesOf(lines.say(0, { tailMs })));
    await vi.waitFor(() => expect(asked).toBeGreaterThan(0), { timeout: 5_000 }).catch(() => undefined);
    await stream.flush();
    expect(asked, `after ${tailMs} ms of silence`).toBeLessThan(50);
    expect(finals).toHaveLength(1);
    stream.close();
  }
});

it('a speech stream makes one utterance of speech with a short pause and two of speech with a long one', async () => {
  const short = framesOf(lines.say(0, { tailMs: 250 }), rate);
  const long = framesOf(lines.say(0, { tailMs: 1_600 }), rate);
  const next = framesOf(lines.say(0, { leadMs: 0, tailMs: 1_600 }), rate);
  const speech = await open();
  expect(finalsOf(await hear(speech, [...short, ...next]))).toHaveLength(1);
  expect(finalsOf(await hear(speech, [...long, ...next]))).toHaveLength(2);
});

it('a speech stream counts the audio of the next utterance from where the last one ended', async () => {
  const stream = await (await open()).open({
    audio: { encoding: 'pcm16', sampleRate: rate },
    hints: () => noHints,
    on: (event) => event.type === 'final' && finals.push(event),
  });
  const finals: SpeechEvent[] = [];
  stream.push(bytesOf(lines.say(0, { leadMs: 0 })));
  const first = stream.flush();
  // Pushed before the flush is done: it belongs to the next utterance all the same.
  stream.push(bytesOf(lines.say(1, { leadMs: 0 })));
  await first;
  await stream.flush();
  expect(finals.map((event) => event.type === 'final' && heardIn(event))).toEqual([
    'where is my wardrobe',
    'cancel it please',
  ]);
});

it('a speech stream says that sound held no words', async () => {
  const wordless = async (): Promise<Recogniser> => ({
    decode: async () => ({ words: [], tokens: [], decodeMs: 0 }),
    close: async () => {},
  });
  const events = await hear(await open({ recogniser: wordless }), framesOf(lines.say(0), rate));
  expect(events).toEqual([
    { type: 'speech_started', utterance: 1 },
    { type: 'no_words', utterance: 1 },
  ]);
});

it('a speech stream tells the speaker that an utterance was lost, and hears the next', async () => {
  let broken = true;
  const scripted = await lines.recogniser();
  const recogniser = async (): Promise<Recogniser> => ({
    ...scripted,
    decode: (audio, draft) =>
      broken ? Promise.reject(new RecogniserLost('gone')) : scripted.decode(audio, draft),
  });
  const speech = await open({ recogniser });
  const lost = await hear(speech, framesOf(lines.say(0), rate));
  expect(lost.at(-1)).toMatchObject({ type: 'error', utterance: 1, error: { code: 'recogniser_failed' } });
  broken = false;
  expect(finalsOf(await hear(speech, framesOf(lines.say(0), rate)))).toHaveLength(1);
});

it('a speech stream tells talkers that it is busy when finals wait, and still gives each its final', async () => {
  vi.useFakeTimers({ toFake: ['performance'] });
  const gate = gated();
  const speech = await open({ recogniser: gate.recogniser });
  const talkers = [0, 1, 0, 1].map((line) => hear(speech, framesOf(lines.say(line), rate)));
  await gate.begun;
  await new Promise(setImmediate);
  vi.advanceTimersByTime(500);
  gate.open();
  const heard = await Promise.all(talkers);
  expect(heard.flat()).toContainEqual({ type: 'load', level: 'busy' });
  expect(heard.map((events) => heardIn(finalsOf(events)[0]))).toEqual([
    'where is my wardrobe',
    'cancel it please',
    'where is my wardrobe',
    'cancel it please',
  ]);
});

it('a speech stream tells nothing more once it is closed, and lets a flush go', async () => {
  const gate = gated();
  const events: SpeechEvent[] = [];
  const stream = await (await open({ recogniser: gate.recogniser })).open({
    audio: { encoding: 'pcm16', sampleRate: rate },
    hints: () => noHints,
    on: (event) => events.push(event),
  });
  stream.push(bytesOf(lines.say(0)));
  const flushed = stream.flush();
  stream.close();
  gate.open();
  await flushed;
  expect(events).toEqual([]);
});

it.each(['a partial', 'a final'])(
  'loses no more than the utterance where %s cannot be written out',
  async (which) => {
    let broken = true;
    const speech = await open({
      inverseTextNormalize: (words) => {
        if (broken) throw new Error(`${which} breaks it`);
        return {
          text: words.map(({ text }) => text).join(' '),
          words: words.map((heard) => ({ ...heard, heard: [heard] })),
        };
      },
    });
    const events: SpeechEvent[] = [];
    const stream = await speech.open({
      audio: { encoding: 'pcm16', sampleRate: rate },
      hints: () => noHints,
      on: (event) => events.push(event),
    });
    stream.push(bytesOf(lines.say(0, { tailMs: which === 'a partial' ? 400 : 0 })));
    await stream.flush();
    expect(events.at(-1)).toMatchObject({ type: 'error', utterance: 1 });
    broken = false;
    stream.push(bytesOf(lines.say(1)));
    await stream.flush();
    expect(events.at(-1)).toMatchObject({ type: 'final', utterance: 2 });
  },
);

it('a speech stream goes on where whoever listens fails', async () => {
  let failures = 0;
  const stream = await (await open()).open({
    audio: { encoding: 'pcm16', sampleRate: rate },
    hints: () => noHints,
    on: () => {
      failures += 1;
      throw new Error('the listener fails');
    },
  });
  for (const line of [0, 1]) {
    const before = failures;
    stream.push(bytesOf(lines.say(line)));
    await stream.flush();
    expect(failures).toBeGreaterThan(before + 1);
  }
});
