import Type, { type Static } from 'typebox';

/**
 * The parts of mediasoup's own types that travel: https://mediasoup.org/documentation/v3/mediasoup/rtp-parameters-and-capabilities/.
 * Sizes are bounded here; what the values mean is checked by mediasoup itself.
 */
const Name = Type.String({ maxLength: 120 });
const Count = Type.Integer({ minimum: 0, maximum: 0xffffffff });
const Kind = Type.Enum(['audio', 'video']);

const Feedback = Type.Object({ type: Name, parameter: Type.Optional(Name) });
const Specifics = Type.Record(
  Type.String({ maxLength: 60 }),
  Type.Union([Type.String({ maxLength: 300 }), Type.Number(), Type.Null()]),
  { maxProperties: 40 },
);

export const RtpCapabilities = Type.Object({
  codecs: Type.Optional(
    Type.Array(
      Type.Object({
        kind: Kind,
        mimeType: Name,
        preferredPayloadType: Type.Optional(Count),
        clockRate: Count,
        channels: Type.Optional(Count),
        parameters: Type.Optional(Specifics),
        rtcpFeedback: Type.Optional(Type.Array(Feedback, { maxItems: 20 })),
      }),
      { maxItems: 80 },
    ),
  ),
  headerExtensions: Type.Optional(
    Type.Array(
      Type.Object({
        kind: Kind,
        uri: Name,
        preferredId: Count,
        preferredEncrypt: Type.Optional(Type.Boolean()),
        direction: Type.Optional(Type.Enum(['sendrecv', 'sendonly', 'recvonly', 'inactive'])),
      }),
      { maxItems: 60 },
    ),
  ),
});
export type RtpCapabilities = Static<typeof RtpCapabilities>;

export const RtpParameters = Type.Object({
  mid: Type.Optional(Name),
  codecs: Type.Array(
    Type.Object({
      mimeType: Name,
      payloadType: Type.Integer({ minimum: 0, maximum: 127 }),
      clockRate: Count,
      channels: Type.Optional(Count),
      parameters: Type.Optional(Specifics),
      rtcpFeedback: Type.Optional(Type.Array(Feedback, { maxItems: 20 })),
    }),
    { minItems: 1, maxItems: 20 },
  ),
  headerExtensions: Type.Optional(
    Type.Array(
      Type.Object({
        uri: Name,
        id: Type.Integer({ minimum: 1, maximum: 255 }),
        encrypt: Type.Optional(Type.Boolean()),
        parameters: Type.Optional(Specifics),
      }),
      { maxItems: 40 },
    ),
  ),
  encodings: Type.Optional(
    Type.Array(
      Type.Object({
        ssrc: Type.Optional(Count),
        rid: Type.Optional(Type.String({ maxLength: 16 })),
        codecPayloadType: Type.Optional(Count),
        rtx: Type.Optional(Type.Object({ ssrc: Count })),
        dtx: Type.Optional(Type.Boolean()),
        scalabilityMode: Type.Optional(Type.String({ maxLength: 20 })),
        maxBitrate: Type.Optional(Count),
      }),
      { maxItems: 8 },
    ),
  ),
  rtcp: Type.Optional(
    Type.Object({
      cname: Type.Optional(Name),
      reducedSize: Type.Optional(Type.Boolean()),
      mux: Type.Optional(Type.Boolean()),
    }),
  ),
});
export type RtpParameters = Static<typeof RtpParameters>;

export const IceParameters = Type.Object({
  usernameFragment: Name,
  password: Type.String({ maxLength: 256 }),
  iceLite: Type.Optional(Type.Boolean()),
});
export const IceCandidate = Type.Object({
  foundation: Name,
  priority: Count,
  address: Name,
  ip: Name,
  protocol: Type.Enum(['udp', 'tcp']),
  port: Type.Integer({ minimum: 0, maximum: 65535 }),
  type: Type.Enum(['host', 'srflx', 'prflx', 'relay']),
  tcpType: Type.Optional(Type.Literal('passive')),
});
export const IceServer = Type.Object({
  urls: Type.Array(Type.String({ maxLength: 300 }), { maxItems: 8 }),
  username: Type.Optional(Name),
  credential: Type.Optional(Type.String({ maxLength: 300 })),
});
export type IceServer = Static<typeof IceServer>;

export const DtlsParameters = Type.Object({
  role: Type.Optional(Type.Enum(['auto', 'client', 'server'])),
  fingerprints: Type.Array(
    Type.Object({
      algorithm: Type.Enum(['sha-1', 'sha-224', 'sha-256', 'sha-384', 'sha-512']),
      value: Type.String({ maxLength: 200 }),
    }),
    { minItems: 1, maxItems: 5 },
  ),
});
export type DtlsParameters = Static<typeof DtlsParameters>;

export const SctpParameters = Type.Object({
  port: Count,
  OS: Count,
  MIS: Count,
  maxMessageSize: Count,
});

export const SctpStreamParameters = Type.Object({
  streamId: Type.Optional(Type.Integer({ minimum: 0, maximum: 65535 })),
  ordered: Type.Optional(Type.Boolean()),
  maxPacketLifeTime: Type.Optional(Count),
  maxRetransmits: Type.Optional(Count),
});
export type SctpStreamParameters = Static<typeof SctpStreamParameters>;

/** What a page needs to make its end of a transport. */
export const TransportOffer = Type.Object({
  id: Type.String(),
  iceParameters: IceParameters,
  iceCandidates: Type.Array(IceCandidate),
  dtlsParameters: DtlsParameters,
  sctpParameters: Type.Optional(SctpParameters),
});
export type TransportOffer = Static<typeof TransportOffer>;
