import type { AudioFormat } from '#protocol';
import { openOpus } from './opus.ts';
import { openPcm } from './pcm.ts';

/** What the recogniser and voice activity read. */
export const speechRate = 16_000;

/** One stream's audio, as it arrives, to 16 kHz mono samples from -1 to 1. */
export interface AudioDecoder {
  /** Throws `unsupported_audio` on bytes that are not in the format. May hold back a few samples for the next call. */
  decode(payload: Uint8Array): Float32Array;
  close(): void;
}

export function openAudio(format: AudioFormat): Promise<AudioDecoder> {
  return format.encoding === 'opus' ? openOpus() : openPcm(format.sampleRate);
}
