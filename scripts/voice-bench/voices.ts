import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import samplerate from '@alexanderolsen/libsamplerate-js';
import { readWav } from '../../server/speech/audio/wav.ts';

const run = promisify(execFile);
export const sampleRate = 16_000;

/** A synthetic speaker: a program of Debian's and how it is asked to sound. */
export interface Voice {
  name: string;
  program: 'flite' | 'espeak-ng';
  options: string[];
}

const flite = (voice: string, ...options: string[]): Voice => ({
  name: `flite ${voice}`,
  program: 'flite',
  options: ['-voice', voice, ...options],
});
const espeak = (voice: string, ...options: string[]): Voice => ({
  name: `espeak ${voice}`,
  program: 'espeak-ng',
  options: ['-v', voice, ...options],
});

/** The first two make the quick run. */
export const voices: readonly Voice[] = [
  flite('slt'),
  espeak('en-us', '-s', '150', '-p', '45'),
  flite('rms', '--setf', 'duration_stretch=1.1'),
  flite('awb'),
  espeak('en-gb', '-s', '160'),
  espeak('en-gb-scotland', '-s', '145', '-p', '40'),
  espeak('en-us+f3', '-s', '155', '-p', '60'),
  espeak('en-gb-x-rp+f4', '-s', '170', '-p', '55'),
];

/** What a voice makes of a text, 16 kHz mono, peak 0.5. Rejects where the program is not installed. */
export async function speakWith({ program, options }: Voice, text: string): Promise<Float32Array> {
  const folder = await mkdtemp(join(tmpdir(), 'hexkey-voice-'));
  const file = join(folder, 'said.wav');
  try {
    await run(
      program,
      program === 'flite' ? [...options, '-t', text, '-o', file] : [...options, '-w', file, text],
    );
    const { samples, sampleRate: rate } = readWav(await readFile(file));
    return levelled(await resampled(samples, rate, sampleRate));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

export async function resampled(samples: Float32Array, from: number, to: number): Promise<Float32Array> {
  if (from === to) return samples;
  const converter = await samplerate.create(1, from, to, {
    converterType: samplerate.ConverterType.SRC_SINC_MEDIUM_QUALITY,
  });
  const converted = converter.simple(samples).slice();
  converter.destroy();
  return converted;
}

const peak = 0.5;

function levelled(samples: Float32Array): Float32Array {
  const most = samples.reduce((best, sample) => Math.max(best, Math.abs(sample)), 1e-9);
  return samples.map((sample) => (sample * peak) / most);
}
