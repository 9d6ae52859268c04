import { beforeAll, describe, expect, it } from 'vitest';
import type { OwnVoice } from '../contract.ts';
import { spoken } from '../testing/spoken.ts';
import { EchoCanceller } from './echo-canceller.ts';

const rate = 16_000;
const frame = 512;
let reply: Float32Array;
let shopper: Float32Array;

beforeAll(async () => {
  const sound = (pcm: Int16Array) => Float32Array.from(pcm, (sample) => sample / 32_768);
  reply = sound(
    await spoken('Your wardrobe is packed and leaves us tomorrow. It will be with you on Tuesday.'),
  );
  shopper = sound(await spoken('Where is my desk?', { voice: 'rms' }));
});

const power = (samples: Float32Array) => samples.reduce((sum, sample) => sum + sample ** 2, 0);
const decibels = (one: Float32Array, other: Float32Array) =>
  10 * Math.log10((power(one) + 1e-9) / power(other));

/** The reply as a microphone hears it, so late and so much quieter, with what the shopper says at a time. */
function microphone(late: number, gain: number, talk?: { at: number }) {
  const heard = new Float32Array(reply.length + rate);
  for (let i = 0; i < reply.length; i++) heard[i + Math.round(late * rate)] = gain * (reply[i] as number);
  if (talk)
    for (const [i, sample] of shopper.entries()) heard[talk.at + i] = (heard[talk.at + i] as number) + sample;
  return heard;
}

/** What is left of it, frame by frame in real time. */
function cleaned(heard: Float32Array, voice: OwnVoice | undefined): Float32Array {
  const canceller = new EchoCanceller(() => voice);
  const left = new Float32Array(heard.length);
  for (let at = 0; at + frame <= heard.length; at += frame)
    left.set(canceller.clean(heard.slice(at, at + frame), ((at + frame) / rate) * 1_000), at);
  return left;
}

describe('the echo of our own voice', () => {
  it.each([
    [0.08, -12],
    [0.25, -12],
    [0.15, -30],
  ])('%f s late at %i dB is gone once it was found', (late, level) => {
    const heard = microphone(late, 10 ** (level / 20));
    const left = cleaned(heard, { samples: reply, startedAt: 0 });
    const after = rate;
    expect(decibels(left.subarray(after), heard.subarray(after))).toBeLessThan(-20);
  });

  it('leaves the words of who speaks over it', () => {
    const at = 2 * rate;
    const left = cleaned(microphone(0.12, 0.2, { at }), { samples: reply, startedAt: 0 });
    const words = left.subarray(at, at + shopper.length);
    const wrong = words.map((sample, i) => sample - (shopper[i] as number));
    expect(decibels(wrong, shopper)).toBeLessThan(-10);
  });
});

it('leaves a microphone alone that hears no echo', () => {
  const heard = new Float32Array(reply.length);
  heard.set(shopper, rate);
  for (const voice of [{ samples: reply, startedAt: 0 }, undefined]) {
    const left = cleaned(heard, voice);
    expect(left.every((sample, i) => sample === heard[i] || i >= heard.length - frame)).toBe(true);
  }
});
