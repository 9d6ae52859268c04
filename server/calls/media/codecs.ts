import type { types } from 'mediasoup';

/** Every browser knows Opus and VP8; H.264 is for phones that only have it in hardware. First is preferred. */
export const codecs: types.RouterRtpCodecCapability[] = [
  {
    kind: 'audio',
    mimeType: 'audio/opus',
    clockRate: 48_000,
    channels: 2,
    parameters: { useinbandfec: 1, usedtx: 1 },
  },
  { kind: 'video', mimeType: 'video/VP8', clockRate: 90_000 },
  {
    kind: 'video',
    mimeType: 'video/H264',
    clockRate: 90_000,
    parameters: {
      // Constrained baseline, level 3.1, several slices in a packet.
      'packetization-mode': 1,
      'profile-level-id': '42e01f',
      'level-asymmetry-allowed': 1,
    },
  },
];

/** Where calls are recorded: what WebM holds, and every browser has (RFC 7742). */
export const recordable = codecs.filter(({ mimeType }) => mimeType !== 'video/H264');
