import { afterAll, beforeAll, expect, it } from 'vitest';
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

it('reads words from speech', () => {
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
])('hears the same with a draft that is %s', async (_, draftOf) => {
  expect(textOf(await moonshine.decode(audio, draftOf(plain.tokens)))).toBe(textOf(plain));
});

it('comes to an end on noise', async () => {
  let seed = 1;
  const random = () => {
    seed = (seed * 16_807) % 2_147_483_647;
    return seed / 2_147_483_647;
  };
  const noise = Float32Array.from({ length: 16_000 * 3 }, () => random() - 0.5);
  expect((await moonshine.decode(noise, [])).tokens.length).toBeLessThanOrEqual(23);
});
