import { HexkeyError } from '../../errors.ts';

export interface Wav {
  sampleRate: number;
  /** Mono, -1 to 1; further channels are averaged in. */
  samples: Float32Array;
}

const unsupported = (what: string) =>
  new HexkeyError('unsupported_audio', `The WAV file ${what}. Save it as 16-bit PCM.`);

/** Reads a 16-bit PCM WAV file. Throws `unsupported_audio` for anything else. */
export function readWav(bytes: Uint8Array): Wav {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const name = (at: number) => String.fromCharCode(...bytes.subarray(at, at + 4));
  if (bytes.byteLength < 12 || name(0) !== 'RIFF' || name(8) !== 'WAVE')
    throw unsupported('has no RIFF header');
  let format: { channels: number; sampleRate: number } | undefined;
  for (let at = 12; at + 8 <= bytes.byteLength; ) {
    const size = view.getUint32(at + 4, true);
    const body = at + 8;
    if (name(at) === 'fmt ') {
      if (view.getUint16(body + 14, true) !== 16) throw unsupported('is not 16-bit');
      format = { channels: view.getUint16(body + 2, true), sampleRate: view.getUint32(body + 4, true) };
    }
    if (name(at) === 'data') {
      if (!format) throw unsupported('has data before its format');
      const end = Math.min(bytes.byteLength, body + size);
      return { sampleRate: format.sampleRate, samples: mono(view, body, end, format.channels) };
    }
    at = body + size + (size % 2);
  }
  throw unsupported('has no data');
}

function mono(view: DataView, start: number, end: number, channels: number): Float32Array {
  const samples = new Float32Array(Math.floor((end - start) / (2 * channels)));
  for (let i = 0; i < samples.length; i++) {
    let sum = 0;
    for (let channel = 0; channel < channels; channel++)
      sum += view.getInt16(start + (i * channels + channel) * 2, true);
    samples[i] = sum / channels / 32_768;
  }
  return samples;
}
