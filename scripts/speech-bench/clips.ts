import { readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { readWav } from '../../server/speech/audio/wav.ts';
import { spoken } from '../../server/speech/testing/spoken.ts';

export const sampleRate = 16_000;
/** What the stream keeps around an utterance. */
const preRoll = Math.round(0.384 * sampleRate);
const tail = Math.round(0.16 * sampleRate);
const audible = 0.01;

export interface Clip {
  name: string;
  /** What is said; unknown for files without a transcript. */
  text: string | undefined;
  /** 16 kHz mono, with the pre-roll and tail that the stream would keep. */
  audio: Float32Array;
}

const sentences = [
  "Where's my order four five one nine two?",
  'Please send it to my office instead.',
  'I would like to cancel the blue bookshelf that I ordered on Tuesday.',
  'The left door of the wardrobe came with a crack in the mirror.',
  'Can you hurry it up? I need the desk before the weekend.',
  'How much is delivery to Manchester, and how long does it take?',
  'Yes, please.',
  'I want my money back for the lamp, it has been three weeks since I returned it.',
];

/** Shop sentences in two synthetic voices: made on the spot, so that a fresh clone has them. */
export async function synthesised(): Promise<Clip[]> {
  const clips: Clip[] = [];
  for (const voice of ['slt', 'rms'] as const)
    for (const [index, text] of sentences.entries()) {
      const pcm = await spoken(text, { voice });
      const audio = trimmed(Float32Array.from(pcm, (sample) => sample / 32_768));
      clips.push({ name: `${voice} ${index + 1}`, text, audio });
    }
  return clips;
}

/** WAV files at 16 kHz; a `transcripts.tsv` (file, words) beside them tells what is said. */
export async function fromFiles(paths: readonly string[]): Promise<Clip[]> {
  return Promise.all(
    paths.map(async (path) => {
      const wav = readWav(await readFile(path));
      if (wav.sampleRate !== sampleRate)
        throw new Error(`${path} is at ${wav.sampleRate} Hz: resample it to 16000`);
      return { name: basename(path), text: await transcriptOf(path), audio: trimmed(wav.samples) };
    }),
  );
}

async function transcriptOf(path: string): Promise<string | undefined> {
  const lines = await readFile(join(dirname(path), 'transcripts.tsv'), 'utf8').catch(() => '');
  const line = lines.split('\n').find((line) => line.startsWith(`${basename(path)}\t`));
  return line?.split('\t')[1]?.trim();
}

function trimmed(samples: Float32Array): Float32Array {
  const first = samples.findIndex((sample) => Math.abs(sample) > audible);
  const last = samples.findLastIndex((sample) => Math.abs(sample) > audible);
  const audio = new Float32Array(preRoll + (last + 1 - first) + tail);
  audio.set(samples.subarray(first, last + 1), preRoll);
  return audio;
}

/** Where speech ends in a clip's audio. */
export const speechEnd = (clip: Clip): number => clip.audio.length - tail;
