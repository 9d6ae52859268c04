import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { drilling, mixed } from '../../../../scripts/noise-bench/drill.ts';
import { readSettings } from '../../../config.ts';
import { spoken } from '../../testing/spoken.ts';
import { chooseRecogniser } from '../choice.ts';
import type { Decoding } from '../contract.ts';
import { Moonshine } from './moonshine.ts';

let moonshine: Moonshine;
let audio: Float32Array;
let plain: Decoding;
const textOf = ({ words }: Decoding) => words.map((word) => word.text).join(' ');

beforeAll(async () => {
  const choice = chooseRecogniser('moonshine-tiny', readSettings({}).HEXKEY_MODELS);
  if (choice.kind !== 'moonshine') throw new Error('the default recogniser is Moonshine');
  moonshine = await Moonshine.load(choice);
  const pcm = await spoken('The left door of the wardrobe came with a crack in the mirror.', {
    leadMs: 200,
    tailMs: 200,
  });
  audio = Float32Array.from(pcm, (sample) => sample / 32_768);
  plain = await moonshine.decode(audio, []);
});
afterAll(() => moonshine.close());

it('Moonshine reads words from speech', () => {
  expect(textOf(plain)).toBe('The left door of the wardrobe came with a crack in the mirror.');
});

it.each([
  ['its own words', (tokens: number[]) => tokens],
  ['the beginning of them', (tokens: number[]) => tokens.slice(0, 5)],
  ['one of them changed', (tokens: number[]) => tokens.with(4, 3_237)],
  ['one missing', (tokens: number[]) => tokens.toSpliced(4, 1)],
  ['one too many', (tokens: number[]) => tokens.toSpliced(4, 0, 3_237)],
  ['more than was said', (tokens: number[]) => [...tokens, ...tokens]],
  ['something else', (tokens: number[]) => tokens.toReversed()],
])('Moonshine hears the same with a draft that is %s', async (_, draftOf) => {
  expect(textOf(await moonshine.decode(audio, draftOf(plain.tokens)))).toBe(textOf(plain));
});

it('Moonshine comes to an end on noise', async () => {
  let seed = 1;
  const random = () => {
    seed = (seed * 16_807) % 2_147_483_647;
    return seed / 2_147_483_647;
  };
  const noise = Float32Array.from({ length: 16_000 * 3 }, () => random() - 0.5);
  expect((await moonshine.decode(noise, [])).tokens.length).toBeLessThanOrEqual(23);
});

describe('over a drill, with phrases that are likely', () => {
  const likely = [
    'next',
    'repeat that',
    'how long is left',
    'go to step four',
    'go to step five',
    'yes',
    'no',
  ];
  const overDrill = async (said: string) => {
    const speech = Float32Array.from(await spoken(said, { voice: 'rms' }), (sample) => sample / 32_768);
    const lead = 6_400;
    return mixed(speech, drilling(lead + speech.length + 3_000, 9), 5, lead);
  };

  it('finds the one that was said where the words are lost', async () => {
    const noisy = await overDrill('how long is left');
    expect((await moonshine.decode(noisy, [])).phrase).toBeUndefined();
    const { phrase } = await moonshine.decode(noisy, [], likely);
    expect(phrase?.map(({ text }) => text).join(' ')).toBe('how long is left');
  });

  it('finds none in the drill alone', async () => {
    expect(
      (
        await moonshine.decode(
          drilling(24_000, 9).map((sample) => sample / 20),
          [],
          likely,
        )
      ).phrase,
    ).toBe(undefined);
  });

  it('leaves clear words as they are', async () => {
    expect((await moonshine.decode(audio, [], likely)).phrase).toBeUndefined();
  });
});

describe('with phrases that are likely', () => {
  const likely = [
    'where am I',
    'which screw',
    "I'm stuck",
    'back',
    'no',
    'yes',
    'step eleven',
    'show me part C',
  ];
  const found = async (said: string, voice: 'slt' | 'rms' | 'awb') => {
    const pcm = await spoken(said, { voice, leadMs: 400, tailMs: 160 });
    const samples = Float32Array.from(pcm, (sample) => sample / 32_768);
    const { words, phrase } = await moonshine.decode(samples, [], likely);
    return (phrase ?? words)
      .map(({ text }) => text)
      .join(' ')
      .toLowerCase();
  };

  it.each([
    ['where am I', 'rms'],
    ['which screw', 'awb'],
    ['step eleven', 'awb'],
    ['show me part C', 'rms'],
  ] as const)('takes words that sound as much like "%s" for it', async (said, voice) => {
    expect(await found(said, voice)).toBe(said.toLowerCase());
  });

  it.each([
    ['oh come on you stupid screw', 'slt'],
    ['yeah I know right', 'slt'],
    ['budge up a little', 'rms'],
    ['good boy sit', 'slt'],
  ] as const)('takes "%s" for none of them', async (said, voice) => {
    expect(likely.map((phrase) => phrase.toLowerCase())).not.toContain(await found(said, voice));
  });

  it('says a short word once', async () => {
    for (const [said, voice] of [
      ['yes', 'slt'],
      ['no', 'awb'],
    ] as const)
      expect((await found(said, voice)).replace(/[^a-z]/g, '')).toBe(said);
  });
});
