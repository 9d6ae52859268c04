import { afterEach, expect, it } from 'vitest';
import type { HeardWord } from '#protocol';
import { activityFrameSamples } from '../activity/contract.ts';
import { silentLog } from '../log.ts';
import { Pool } from '../pool/pool.ts';
import type { Decoding } from '../recogniser/contract.ts';
import { script } from '../recogniser/scripted.ts';
import { Utterance } from './utterance.ts';

const numbered = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, i) => `word${from + i}`).join(' ');
const lines = script([numbered(0, 55), numbered(55, 70), numbered(0, 190)]);

let pool: Pool;
afterEach(() => pool.close());

async function begin() {
  const lengths: number[] = [];
  const start = async () => {
    const recogniser = await lines.recogniser();
    return {
      ...recogniser,
      decode: (audio: Float32Array, draft: readonly number[]) => {
        lengths.push(audio.length / 16_000);
        return recogniser.decode(audio, draft);
      },
    };
  };
  pool = await Pool.open({ size: 1, start, log: silentLog });
  const utterance = new Utterance({
    talker: Symbol('talker'),
    pool,
    onWords: () => {},
    onTrouble: (error) => expect.unreachable(String(error)),
  });
  const speak = (line: number) => {
    const pcm = lines.say(line, { leadMs: 0 });
    for (let at = 0; at + activityFrameSamples <= pcm.length; at += activityFrameSamples) {
      utterance.add(
        Float32Array.from(pcm.subarray(at, at + activityFrameSamples), (sample) => sample / 32_768),
      );
      utterance.resume();
    }
  };
  const pause = (frames: number) => {
    for (let frame = 0; frame < frames; frame++) utterance.add(new Float32Array(activityFrameSamples));
  };
  return { utterance, speak, pause, lengths };
}

it('an utterance reads once more, from a little later, what gave no words', async () => {
  const lengths: number[] = [];
  const start = async () => ({
    ...(await lines.recogniser()),
    decode: async (audio: Float32Array) => {
      lengths.push(audio.length);
      const words = lengths.length === 1 ? [] : [{ text: 'No.', confidence: 0.9 }];
      return { words, tokens: [], decodeMs: 1 };
    },
  });
  pool = await Pool.open({ size: 1, start, log: silentLog });
  const utterance = new Utterance({
    talker: Symbol('talker'),
    pool,
    onWords: () => {},
    onTrouble: (error) => expect.unreachable(String(error)),
  });
  for (let frame = 0; frame < 20; frame++) utterance.add(new Float32Array(activityFrameSamples));
  expect(textOf(await utterance.end())).toBe('No.');
  expect(lengths).toEqual([10_240, 10_240 - 1_600]);
});

/** What becomes of an utterance in which the recogniser finds this phrase. */
async function withPhrase(said: string, over: Pick<Decoding, 'overNoise'>) {
  const asked: (readonly string[] | undefined)[] = [];
  const phrase = said.split(' ').map((text) => ({ text, confidence: 0.9 }));
  const start = async () => ({
    ...(await lines.recogniser()),
    decode: async (_audio: Float32Array, _draft: readonly number[], likely?: readonly string[]) => {
      asked.push(likely);
      return { words: [], tokens: [], decodeMs: 1, phrase, ...over };
    },
  });
  pool = await Pool.open({ size: 1, start, log: silentLog });
  const utterance = new Utterance({
    talker: Symbol('talker'),
    pool,
    likely: () => ({
      phrases: [],
      orderNumbers: [],
      commands: ['next', 'start over'],
      notFromNoise: ['start over'],
    }),
    onWords: () => {},
    onTrouble: (error) => expect.unreachable(String(error)),
  });
  for (let frame = 0; frame < 20; frame++) utterance.add(new Float32Array(activityFrameSamples));
  return { heard: textOf(await utterance.end()), asked };
}

it('an utterance takes the likely phrase that a recogniser found, and reads no second time', async () => {
  const { heard, asked } = await withPhrase('next', { overNoise: true });
  expect(heard).toBe('next');
  expect(asked).toEqual([['next', 'start over']]);
});

it('an utterance takes no phrase out of noise that is not to be guessed', async () => {
  const { heard, asked } = await withPhrase('start over', { overNoise: true });
  expect(heard).toBe('');
  expect(asked).toHaveLength(1);
});

it('an utterance takes that phrase where it was heard', async () => {
  expect((await withPhrase('start over', {})).heard).toBe('start over');
});

const textOf = (words: HeardWord[]) => words.map((word) => word.text).join(' ');

it('settles a long piece at a pause: what follows is read alone, and joined', async () => {
  const { utterance, speak, pause, lengths } = await begin();
  speak(0);
  pause(6);
  await utterance.end();
  pause(4);
  speak(1);
  pause(6);
  expect(textOf(await utterance.end())).toBe(numbered(0, 70));
  expect(lengths.at(-1)).toBeLessThan(4);
});

it('an utterance reads a short piece again as a whole after a pause', async () => {
  const { utterance, speak, pause, lengths } = await begin();
  speak(1);
  pause(6);
  await utterance.end();
  speak(1);
  pause(6);
  await utterance.end();
  expect(lengths.at(-1)).toBeGreaterThan(6);
});

it('never gives a recogniser more than 30 s', async () => {
  const { utterance, speak, pause, lengths } = await begin();
  speak(2);
  pause(6);
  const words = await utterance.end();
  expect(utterance.audioMs).toBeGreaterThan(38_000);
  expect(Math.max(...lengths)).toBeLessThanOrEqual(30.1);
  expect(words.length).toBeGreaterThan(180);
});

it('decodes the same silence once', async () => {
  const { utterance, speak, pause, lengths } = await begin();
  speak(1);
  pause(6);
  const first = utterance.end();
  await first;
  const decodes = lengths.length;
  pause(10);
  expect(await utterance.end()).toBe(await first);
  expect(lengths).toHaveLength(decodes);
});
