import samplerate from '@alexanderolsen/libsamplerate-js';
import { OpusDecoder } from 'opus-decoder';
import type { AudioFormat } from '#protocol';
import { HexkeyError } from '../../errors.ts';

const bytesPerSample = 2;

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

/** Little-endian 16-bit mono PCM at 8-48 kHz. */
async function openPcm(sampleRate: number): Promise<AudioDecoder> {
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

/** One Opus packet a payload; stereo is mixed down. Opus decodes to 16 kHz itself. */
async function openOpus(): Promise<AudioDecoder> {
  const decoder = new OpusDecoder({
    sampleRate: speechRate,
    channels: 1,
    streamCount: 1,
    coupledStreamCount: 0,
    channelMappingTable: [0],
  });
  await decoder.ready;
  return {
    decode: (payload) => {
      const { channelData, errors } = decoder.decodeFrame(payload);
      const [samples] = channelData;
      if (errors.length > 0 || !samples || samples.length === 0)
        throw new HexkeyError(
          'unsupported_audio',
          'An audio frame is not an Opus packet: send one packet a frame.',
        );
      return samples.slice();
    },
    close: () => decoder.free(),
  };
}
