import type { VoiceActivity } from '../activity/contract.ts';
import type { Recogniser } from './contract.ts';

const sampleRate = 16_000;
const samplesPerWord = sampleRate / 5;
/** Loudness of line 0; each further line is as much louder. */
const levelStep = 2_000;
/** How far each word swings below and above: no sample is zero, and the wave is no constant. */
const halfPeriod = 40;

/** Stand-ins for recogniser and voice activity that hear lines of a script in a tone: tests without models. */
export interface Script {
  /** 16 kHz 16-bit mono audio in which the stand-ins hear that line, 200 ms a word, with silence around it. */
  say(line: number, options?: { leadMs?: number; tailMs?: number }): Int16Array<ArrayBuffer>;
  recogniser(): Promise<Recogniser>;
  activity(): VoiceActivity;
}

/** @param lines at most 16; a line is heard word by word as its audio grows. */
export function script(lines: readonly string[]): Script {
  return {
    say: (line, { leadMs = 100, tailMs = 0 } = {}) => {
      const lead = (leadMs * sampleRate) / 1000;
      const tone = wordsOf(lines[line]).length * samplesPerWord;
      const pcm = new Int16Array(lead + tone + (tailMs * sampleRate) / 1000);
      const level = levelStep * (line + 1) - 1;
      for (let i = 0; i < tone; i++) pcm[lead + i] = Math.floor(i / halfPeriod) % 2 === 0 ? level : -level;
      return pcm;
    },
    recogniser: async () => ({
      decode: async (audio) => {
        const level = audio.reduce((peak, sample) => Math.max(peak, Math.abs(sample)), 0) * 32_768;
        const spoken = audio.reduce((count, sample) => (sample === 0 ? count : count + 1), 0);
        const words = wordsOf(lines[Math.ceil(level / levelStep) - 1]);
        return {
          words: words
            .slice(0, Math.round(spoken / samplesPerWord))
            .map((text) => ({ text, confidence: 0.9 })),
          tokens: [],
          decodeMs: 0,
        };
      },
      close: async () => {},
    }),
    activity: () => ({
      next: async (frame) => (frame.some((sample) => sample !== 0) ? 1 : 0),
      reset: () => {},
    }),
  };
}

const wordsOf = (line: string | undefined): string[] => line?.split(/\s+/).filter(Boolean) ?? [];
