import { expect, it } from 'vitest';
import { drilling, mixed } from '../../../scripts/noise-bench/drill.ts';
import { spoken } from '../testing/spoken.ts';
import { isNoisy } from './noise-level.ts';

const lead = 6_400;
const overDrill = async (ratio: number) => {
  const speech = Float32Array.from(await spoken('go to step four'), (sample) => sample / 32_768);
  return mixed(speech, drilling(lead + speech.length + 3_000), ratio, lead);
};

it.each([0, 5, 10])('the noise level hears a drill beside speech %i dB above it', async (ratio) => {
  expect(isNoisy(await overDrill(ratio))).toBe(true);
});

it.each([30, Number.POSITIVE_INFINITY])(
  'the noise level hears none where speech is %d dB above it',
  async (ratio) => {
    expect(isNoisy(await overDrill(ratio))).toBe(false);
  },
);
