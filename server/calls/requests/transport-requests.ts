import type { types } from 'mediasoup';
import type { DtlsParameters, RtpCapabilities } from '#protocol';
import { HexkeyError } from '../../errors.ts';
import { fromMediasoup, mediaIsRestarting } from '../room/from-mediasoup.ts';
import { done, type Handlers } from './asked.ts';

/** What one peer may send together, bits a second: a camera and a screen in all their layers. */
const maxIncomingBitrate = 8_000_000;

/** Bytes of each digest (RFC 8122). */
const digestBytes = { 'sha-1': 20, 'sha-224': 28, 'sha-256': 32, 'sha-384': 48, 'sha-512': 64 } as const;

export const transportRequests: Handlers<'receive' | 'open_transport' | 'connect_transport' | 'restart_ice'> =
  {
    async receive(room, peer, { rtpCapabilities }) {
      requireCodecs(rtpCapabilities);
      peer.media.capabilities = rtpCapabilities;
      await room.forwardTo(peer);
      return done;
    },

    /** A second one of a direction takes the first one's place. */
    async open_transport(room, peer, { direction }) {
      const own = peer.media;
      const transport = await room.parts.routers.createTransport(room.media.router);
      if (direction === 'send') await transport.setMaxIncomingBitrate(maxIncomingBitrate);
      if (own.closed || transport.closed) {
        transport.close();
        throw mediaIsRestarting();
      }
      own.closeTransport(direction);
      if (direction === 'send') room.tellOf(peer);
      own.transports.set(direction, transport);
      if (direction === 'receive') await room.forwardTo(peer);
      const { id, iceParameters, iceCandidates, dtlsParameters, sctpParameters } = transport;
      return {
        to: 'open_transport',
        transport: {
          id,
          iceParameters,
          iceCandidates: iceCandidates.map(candidate),
          dtlsParameters,
          ...(sctpParameters ? { sctpParameters } : {}),
        },
      };
    },

    async connect_transport(_room, peer, { transport: id, dtlsParameters }) {
      const { transport } = peer.media.transport(id);
      requireFingerprints(dtlsParameters);
      await fromMediasoup(transport, () =>
        transport.connect({ dtlsParameters: asMediasoup(dtlsParameters) }),
      );
      return done;
    },

    async restart_ice(_room, peer, { transport: id }) {
      const { transport } = peer.media.transport(id);
      return {
        to: 'restart_ice',
        iceParameters: await fromMediasoup(transport, () => transport.restartIce()),
      };
    },
  };

/** mediasoup gives nothing to a page whose capabilities are broken, and does not say why. */
function requireCodecs({ codecs = [] }: RtpCapabilities): void {
  for (const { kind, mimeType } of codecs)
    if (!new RegExp(`^${kind}/[\\w.+-]+$`).test(mimeType))
      throw new HexkeyError('bad_request', `These capabilities name a codec for ${kind} that is none.`);
}

/** mediasoup takes any text for a fingerprint and fails only when hands are shaken. */
function requireFingerprints({ fingerprints }: DtlsParameters): void {
  for (const { algorithm, value } of fingerprints) {
    const bytes = value.split(':');
    if (bytes.length !== digestBytes[algorithm] || !bytes.every((byte) => /^[0-9A-Fa-f]{2}$/.test(byte)))
      throw new HexkeyError('bad_request', `This is no ${algorithm} fingerprint of a certificate.`);
  }
}

const asMediasoup = ({ role, fingerprints }: DtlsParameters): types.DtlsParameters => ({
  fingerprints,
  ...(role ? { role } : {}),
});

const candidate = ({ tcpType, ...rest }: types.IceCandidate) => ({
  ...rest,
  ...(tcpType ? { tcpType } : {}),
});
