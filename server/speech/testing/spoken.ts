import samplerate from '@alexanderolsen/libsamplerate-js';
import { replySampleRate } from '#protocol';
import { createSynthesis, type FliteVoice } from '../synthesis/index.ts';

export { wavBytes } from './wav.ts';

const voices = new Map<FliteVoice, ReturnType<typeof createSynthesis>>();

/**
 * Someone saying `text`, as 16-bit mono PCM: what tests and benchmarks send through the microphone. `leadMs` and
 * `tailMs` are silence before and after. The voice's thread stays for the next sentence and does not keep the process.
 */
export async function spoken(
  text: string,
  options: { sampleRate?: number; leadMs?: number; tailMs?: number; voice?: FliteVoice } = {},
): Promise<Int16Array<ArrayBuffer>> {
  const { sampleRate = replySampleRate, leadMs = 0, tailMs = 0, voice = 'slt' } = options;
  const synthesis = voices.get(voice) ?? createSynthesis({ voice });
  voices.set(voice, synthesis);
  const speech = await resample(await synthesis.speak(text), sampleRate);
  const lead = Math.round((leadMs * sampleRate) / 1000);
  const tail = Math.round((tailMs * sampleRate) / 1000);
  const pcm = new Int16Array(lead + speech.length + tail);
  pcm.set(speech, lead);
  return pcm;
}

async function resample(pcm: Int16Array, sampleRate: number): Promise<Int16Array> {
  if (sampleRate === replySampleRate) return pcm;
  const converter = await samplerate.create(1, replySampleRate, sampleRate, {
    converterType: samplerate.ConverterType.SRC_SINC_MEDIUM_QUALITY,
  });
  const resampled = converter.simple(Float32Array.from(pcm, (sample) => sample / 32_768));
  converter.destroy();
  return Int16Array.from(resampled, (sample) =>
    Math.max(-32_768, Math.min(32_767, Math.round(sample * 32_768))),
  );
}
