import { OpusDecoder } from 'opus-decoder';
import { HexkeyError } from '../../errors.ts';
import { type AudioDecoder, speechRate } from './decoder.ts';

/** One Opus packet a payload; stereo is mixed down. Opus decodes to 16 kHz itself. */
export async function openOpus(): Promise<AudioDecoder> {
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
