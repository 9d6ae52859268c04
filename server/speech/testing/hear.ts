import type { AudioFormat } from '#protocol';
import type { Speech, SpeechEvent, SpeechHints } from '../contract.ts';

export const noHints: SpeechHints = { phrases: [], orderNumbers: [], expecting: 'anything' };

export type Final = Extract<SpeechEvent, { type: 'final' }>;

/** Bytes as the microphone sends them. */
export const bytesOf = (pcm: Int16Array): Uint8Array =>
  new Uint8Array(pcm.buffer, pcm.byteOffset, pcm.byteLength);

/** Splits audio into frames of `ms`, as a microphone does. */
export function framesOf(pcm: Int16Array, sampleRate: number, ms = 20): Uint8Array[] {
  const step = Math.round((sampleRate * ms) / 1000);
  const frames: Uint8Array[] = [];
  for (let at = 0; at < pcm.length; at += step) frames.push(bytesOf(pcm.slice(at, at + step)));
  return frames;
}

/** Sends all frames at once through a new stream, ends it as a microphone that is switched off, and tells what came. */
export async function hear(
  speech: Speech,
  frames: Uint8Array[],
  options: { audio?: AudioFormat; hints?: Partial<SpeechHints>; on?: (event: SpeechEvent) => void } = {},
): Promise<SpeechEvent[]> {
  const events: SpeechEvent[] = [];
  const stream = await speech.open({
    audio: options.audio ?? { encoding: 'pcm16', sampleRate: 16_000 },
    hints: () => ({ ...noHints, ...options.hints }),
    on: (event) => {
      events.push(event);
      options.on?.(event);
    },
  });
  for (const frame of frames) stream.push(frame);
  await stream.flush();
  stream.close();
  return events;
}

export const finalsOf = (events: SpeechEvent[]): Final[] => events.filter((event) => event.type === 'final');

/** The words as they were heard, before they were written out: lower case, no punctuation. */
export const heardIn = (final: Final | undefined): string =>
  (final?.words ?? [])
    .flatMap((word) => word.heard.map((heard) => heard.text))
    .join(' ')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}' ]+/gu, '');
