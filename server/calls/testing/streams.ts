import type { CallRequest, MediaSource, RtpCapabilities, RtpParameters } from '#protocol';
import type { Person } from './person.ts';

let nextSsrc = 100_000;

/** What a browser sends of a microphone, or of a camera in two simulcast layers. */
export function rtpOf(source: MediaSource): RtpParameters {
  nextSsrc += 10;
  const mid = `${nextSsrc}`;
  const rtcp = { cname: `cname-${nextSsrc}`, reducedSize: true };
  if (source === 'microphone')
    return {
      mid,
      rtcp,
      codecs: [
        {
          mimeType: 'audio/opus',
          payloadType: 111,
          clockRate: 48_000,
          channels: 2,
          parameters: { useinbandfec: 1 },
        },
      ],
      encodings: [{ ssrc: nextSsrc, dtx: false }],
    };
  return {
    mid,
    rtcp,
    codecs: [
      {
        mimeType: 'video/VP8',
        payloadType: 96,
        clockRate: 90_000,
        rtcpFeedback: [{ type: 'nack' }, { type: 'nack', parameter: 'pli' }],
      },
      { mimeType: 'video/rtx', payloadType: 97, clockRate: 90_000, parameters: { apt: 96 } },
    ],
    headerExtensions: [
      { uri: 'urn:ietf:params:rtp-hdrext:sdes:mid', id: 1 },
      { uri: 'urn:ietf:params:rtp-hdrext:sdes:rtp-stream-id', id: 2 },
    ],
    encodings: [{ rid: 'r0' }, { rid: 'r1' }],
  };
}

/** Joins and begins to receive. */
export async function enter(person: Person): Promise<{ peer: string; rtpCapabilities: RtpCapabilities }> {
  const { peer, rtpCapabilities } = await person.join();
  await receive(person, rtpCapabilities);
  return { peer, rtpCapabilities };
}

export async function receive(person: Person, rtpCapabilities: RtpCapabilities): Promise<void> {
  await person.get('done', { ask: 'receive', rtpCapabilities });
  await person.get('open_transport', { ask: 'open_transport', direction: 'receive' });
}

/** Opens a transport that sends. */
export async function sender(person: Person): Promise<string> {
  const { transport } = await person.get('open_transport', { ask: 'open_transport', direction: 'send' });
  return transport.id;
}

/** Sends a stream over it and answers the producer's id. */
export async function produce(
  person: Person,
  transport: string,
  source: MediaSource,
  more: Partial<Extract<CallRequest, { ask: 'produce' }>> = {},
): Promise<string> {
  const rtpParameters = rtpOf(source);
  return (await person.get('produce', { ask: 'produce', transport, source, rtpParameters, ...more }))
    .producer;
}
