import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spoken, wavBytes } from '../../server/speech/testing/spoken.ts';

const sampleRate = 48_000;

export interface FakeMicrophone {
  /** The WAV file that a browser is to take for its microphone. */
  file: string;
  /** What the microphone hears the next time it is switched on; a second of silence follows. */
  willHear(words: string): Promise<void>;
  remove(): Promise<void>;
}

/** A microphone that hears silence until it is told what to hear. */
export async function createMicrophone(): Promise<FakeMicrophone> {
  const folder = await mkdtemp(join(tmpdir(), 'hexkey-microphone-'));
  const file = join(folder, 'microphone.wav');
  const write = (pcm: Int16Array) => writeFile(file, wavBytes(pcm, sampleRate));
  await write(new Int16Array(sampleRate));
  return {
    file,
    willHear: async (words) => write(await spoken(words, { sampleRate, leadMs: 400, tailMs: 1000 })),
    remove: () => rm(folder, { recursive: true }),
  };
}
