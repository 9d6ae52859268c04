import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readWav } from '../../server/speech/audio/wav.ts';
import { resampled, sampleRate } from './voices.ts';

/** People pause so long between digits that they read out, in seconds. */
const gap = 0.12;
const names = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];

/** A person whose digits were recorded one by one. */
export interface DigitSpeaker {
  speaker: string;
  /** The digits among the words, 16 kHz; `take` chooses among a digit's recordings. */
  say(words: string, take: number): Promise<Float32Array>;
}

/** @param folder recordings `<digit>_<speaker>_<n>.wav`. */
export async function humanDigits(folder: string): Promise<DigitSpeaker[]> {
  const files = await readdir(folder);
  const speakers = [...new Set(files.flatMap((file) => /^\d_(\w+)_\d+\.wav$/.exec(file)?.[1] ?? []))].sort();
  return speakers.map((speaker) => ({
    speaker,
    async say(words, take) {
      const parts: Float32Array[] = [];
      for (const [at, word] of words.split(' ').entries()) {
        const digit = names.indexOf(word);
        if (digit < 0) continue;
        const file = join(folder, `${digit}_${speaker}_${take * 7 + at}.wav`);
        const { samples, sampleRate: rate } = readWav(await readFile(file));
        parts.push(await resampled(samples, rate, sampleRate), new Float32Array(gap * sampleRate));
      }
      const all = new Float32Array(parts.reduce((sum, part) => sum + part.length, 0));
      let end = 0;
      for (const part of parts) {
        all.set(part, end);
        end += part.length;
      }
      return all;
    },
  }));
}
