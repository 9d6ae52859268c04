import samplerate from '@alexanderolsen/libsamplerate-js';
import { HexkeyError } from '../../errors.ts';
import { type AudioDecoder, speechRate } from './decoder.ts';

const bytesPerSample = 2;

/** Little-endian 16-bit mono PCM at 8-48 kHz. */
export async function openPcm(sampleRate: number): Promise<AudioDecoder> {
  if (sampleRate === speechRate) return { decode: readSamples, close: () => {} };
  const converter = await samplerate.create(1, sampleRate, speechRate, {
    converterType: samplerate.ConverterType.SRC_SINC_FASTEST,
  });
  return {
    decode: (payload) => {
      const samples = readSamples(payload);
      return samples.length === 0 ? samples : converter.full(samples).slice();
    },
    close: () => converter.destroy(),
  };
}

function readSamples(payload: Uint8Array): Float32Array {
  if (payload.byteLength % bytesPerSample !== 0)
    throw new HexkeyError(
      'unsupported_audio',
      `An audio frame of ${payload.byteLength} bytes is not 16-bit PCM: send whole samples.`,
    );
  const view = new DataView(payload.buffer, payload.byteOffset, payload.byteLength);
  return Float32Array.from(
    { length: payload.byteLength / bytesPerSample },
    (_, i) => view.getInt16(i * bytesPerSample, true) / 32_768,
  );
}
