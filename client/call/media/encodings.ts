import type { types } from 'mediasoup-client';
import type { MediaSource } from '#protocol';

/** Of each simulcast layer of the camera, smallest first, in bits a second. */
const layerBitrates = [120_000, 400_000, 1_400_000];
/** Where the estimate of the way out begins, kilobits a second: a picture at once, before it has been measured. */
const startBitrate = 600;

/** How a source is encoded: speech mono with redundancy, the camera in three sizes, a screen sharp and whole. */
export function encodingsOf(source: MediaSource): Pick<types.ProducerOptions, 'encodings' | 'codecOptions'> {
  switch (source) {
    case 'microphone':
      return { codecOptions: { opusStereo: false, opusFec: true, opusDtx: true } };
    case 'camera':
      return {
        encodings: layerBitrates.map((maxBitrate, layer) => ({
          maxBitrate,
          scaleResolutionDownBy: 2 ** (layerBitrates.length - 1 - layer),
          scalabilityMode: 'L1T3',
        })),
        codecOptions: { videoGoogleStartBitrate: startBitrate },
      };
    case 'screen':
      return { encodings: [{ maxBitrate: 1_500_000, maxFramerate: 10 }] };
  }
}
