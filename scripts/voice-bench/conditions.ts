import { seededRandom } from '../../server/demo/seeded-random.ts';
import { drilling, mixed, rms } from '../noise-bench/drill.ts';
import { resampled, sampleRate } from './voices.ts';

/** How the sound comes to the microphone. */
export interface Condition {
  name: string;
  /** Of the microphone, in Hz. */
  rate: number;
  /** @param speech 16 kHz, with silence before and after it. Answers sound at `rate`. */
  apply(speech: Float32Array, seed: number): Promise<Float32Array>;
}

/** Makes so many samples of noise, 16 kHz, root mean square 1. */
type NoiseSource = (samples: number, seed: number) => Float32Array;

const clean: Condition = { name: 'clean', rate: sampleRate, apply: async (speech) => speech };

/** 300-3400 Hz at 8 kHz through the telephone's eight-bit companding (ITU-T G.711, mu-law). */
const telephone: Condition = {
  name: '8 kHz',
  rate: 8000,
  async apply(speech) {
    const narrow = await resampled(band(speech, 300, 3400), sampleRate, 8000);
    return narrow.map(companded);
  },
};

const inNoise = (name: string, source: NoiseSource, ratio: number): Condition => ({
  name: `${name} ${ratio} dB`,
  rate: sampleRate,
  apply: async (speech, seed) => mixed(speech, source(speech.length, seed), ratio, 0),
});

/** @param babble what people in the background say. */
export function conditionsWith(babble: readonly Float32Array[]): Condition[] {
  const people: NoiseSource = (samples, seed) => babbling(babble, samples, seed);
  const noises: [string, NoiseSource][] = [
    ['pink', pink],
    ['babble', people],
    ['kitchen', kitchen],
    ['drill', drilling],
  ];
  return [
    clean,
    telephone,
    ...[10, 5].flatMap((ratio) => noises.map(([name, source]) => inNoise(name, source, ratio))),
  ];
}

function companded(sample: number): number {
  const mu = 255;
  const pressed = (Math.sign(sample) * Math.log1p(mu * Math.min(1, Math.abs(sample)))) / Math.log1p(mu);
  const stepped = Math.round(pressed * 127) / 127;
  return (Math.sign(stepped) * ((1 + mu) ** Math.abs(stepped) - 1)) / mu;
}

/** A band-pass of two one-pole filters a side, run forward twice. */
function band(samples: Float32Array, low: number, high: number): Float32Array {
  const highpass = Math.exp((-2 * Math.PI * low) / sampleRate);
  const lowpass = 1 - Math.exp((-2 * Math.PI * high) / sampleRate);
  let filtered = samples;
  for (let pass = 0; pass < 2; pass++) {
    let slow = 0;
    let last = 0;
    let out = 0;
    filtered = filtered.map((sample) => {
      out = highpass * (out + sample - last);
      last = sample;
      slow += lowpass * (out - slow);
      return slow;
    });
  }
  return filtered;
}

const levelled = (noise: Float32Array): Float32Array => {
  const level = rms(noise) || 1;
  return noise.map((sample) => sample / level);
};

/** Kellet's refined filter for pink noise: -3 dB an octave within 0.05 dB above 9 Hz. */
function pink(samples: number, seed: number): Float32Array {
  const random = seededRandom(seed);
  const state = [0, 0, 0, 0, 0, 0, 0];
  const poles = [0.99886, 0.99332, 0.969, 0.8665, 0.55, -0.7616];
  const gains = [0.0555179, 0.0750759, 0.153852, 0.3104856, 0.5329522, -0.016898];
  return levelled(
    Float32Array.from({ length: samples }, () => {
      const white = random() * 2 - 1;
      let sum = white * 0.5362 + (state[6] as number);
      for (let pole = 0; pole < poles.length; pole++) {
        state[pole] = (poles[pole] as number) * (state[pole] as number) + white * (gains[pole] as number);
        sum += state[pole] as number;
      }
      state[6] = white * 0.115926;
      return sum;
    }),
  );
}

/** A fan's hum, water, and now and then a plate or a spoon: rings of a few partials that die away. */
function kitchen(samples: number, seed: number): Float32Array {
  const random = seededRandom(seed + 1);
  const hiss = band(
    Float32Array.from({ length: samples }, () => random() * 2 - 1),
    500,
    5000,
  );
  const noise = levelled(hiss).map(
    (sample, i) => 0.7 * sample + 0.5 * Math.sin((2 * Math.PI * 100 * i) / sampleRate),
  );
  for (
    let at = Math.floor(random() * sampleRate);
    at < samples;
    at += Math.floor((0.3 + random()) * sampleRate)
  ) {
    const loudness = 2 + 4 * random();
    const partials = Array.from({ length: 4 }, () => 1200 + 4800 * random());
    const decay = 0.02 + 0.1 * random();
    for (let i = 0; i < 5 * decay * sampleRate && at + i < samples; i++) {
      const seconds = i / sampleRate;
      let ring = 0;
      for (const hz of partials) ring += Math.sin(2 * Math.PI * hz * seconds);
      noise[at + i] =
        (noise[at + i] as number) + (loudness * ring * Math.exp(-seconds / decay)) / partials.length;
    }
  }
  return levelled(noise);
}

const talkers = 5;

/** Several people at once, each beginning somewhere in what they say. */
function babbling(said: readonly Float32Array[], samples: number, seed: number): Float32Array {
  const random = seededRandom(seed + 2);
  const sum = new Float32Array(samples);
  for (let talker = 0; talker < talkers; talker++) {
    const speech = said[Math.floor(random() * said.length)] as Float32Array;
    const from = Math.floor(random() * speech.length);
    for (let i = 0; i < samples; i++)
      sum[i] = (sum[i] as number) + (speech[(from + i) % speech.length] as number);
  }
  return levelled(sum);
}
