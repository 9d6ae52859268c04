import samplerate from '@alexanderolsen/libsamplerate-js';
import createRnnoise from '@echogarden/rnnoise-wasm';
import { speechRate } from './decoder.ts';

/** RNNoise works at 48 kHz, in frames of 10 ms, on samples of 16-bit size. */
const rnnoiseRate = 48_000;
const activityFrameSamples = 480;
const fullScale = 32_768;
/** So much of the sound as it came stays in: what the suppression takes of the speech is still heard a little. */
const kept = 0.2;

/** RNNoise (Valin 2018, arXiv:1709.08243): a small recurrent network that takes noise off speech. One per thread. */
export interface NoiseSuppression {
  /** @param audio 16 kHz mono, -1 to 1; it is taken for a beginning, with nothing known of the noise. */
  suppress(audio: Float32Array): Float32Array;
}

export async function openNoiseSuppression(): Promise<NoiseSuppression> {
  const rnnoise = await createRnnoise();
  const converterType = samplerate.ConverterType.SRC_SINC_FASTEST;
  const up = await samplerate.create(1, speechRate, rnnoiseRate, { converterType });
  const down = await samplerate.create(1, rnnoiseRate, speechRate, { converterType });
  const frame = rnnoise._malloc(activityFrameSamples * Float32Array.BYTES_PER_ELEMENT);
  const at = frame / Float32Array.BYTES_PER_ELEMENT;

  /** RNNoise gives every frame back one frame later. */
  function filter(audio: Float32Array): Float32Array {
    const state = rnnoise._rnnoise_create(0);
    const filtered = new Float32Array(audio.length);
    for (let from = 0; from < audio.length; from += activityFrameSamples) {
      const samples = new Float32Array(activityFrameSamples);
      samples.set(audio.subarray(from, from + activityFrameSamples).map((sample) => sample * fullScale));
      rnnoise.HEAPF32.set(samples, at);
      rnnoise._rnnoise_process_frame(state, frame, frame);
      const quiet = rnnoise.HEAPF32.subarray(at, at + activityFrameSamples).map(
        (sample) => sample / fullScale,
      );
      const to = from - activityFrameSamples;
      if (to >= 0) filtered.set(quiet, to);
    }
    rnnoise._rnnoise_destroy(state);
    return filtered;
  }

  return {
    suppress: (audio) => {
      const quiet = down.simple(filter(up.simple(audio)));
      return audio.map((sample, i) => kept * sample + (1 - kept) * (quiet[i] ?? 0));
    },
  };
}
