import type { types } from 'mediasoup';
import type { Audience, MediaSource } from '#protocol';
import type { Room } from '../room/room.ts';

let nextSsrc = 500_000;

/** RFC 6386, 9.1: 320x240; and a frame that builds on others. Behind it noise: nothing here decodes it. */
const keyHead = [0x10, 0x02, 0x00, 0x9d, 0x01, 0x2a, 0x40, 0x01, 0xf0, 0x00];
const deltaHead = [0x11, 0x02, 0x00];
/** RFC 6716, 3.1: hybrid, 20 ms, mono, one frame. */
const voice = Buffer.alloc(60, 0x78);

const codecs = {
  microphone: { mimeType: 'audio/opus', payloadType: 111, clockRate: 48_000, channels: 2 },
  camera: {
    mimeType: 'video/VP8',
    payloadType: 96,
    clockRate: 90_000,
    rtcpFeedback: [{ type: 'nack', parameter: 'pli' }],
  },
} as const;

/** 3GPP TS 26.114, 7.4.5. */
const orientation = { uri: 'urn:3gpp:video-orientation', id: 4 } as const;

/** A stream in a room whose packets a test sends by itself, as they would come from a page of somebody in it. */
export interface Sender {
  /** 30 frames a second of pictures, 50 packets of sound; the first frame and each 30th is a key frame. */
  send(frames: number): void;
  /** The phone is turned: from the next packet on the picture is to be turned so many degrees to stand upright. */
  turn(degrees: 0 | 90 | 180 | 270): void;
  close(): void;
}

export async function sendInto(
  room: Room,
  peer: string,
  source: Exclude<MediaSource, 'screen'>,
  audience: Audience = 'everybody',
): Promise<Sender> {
  const from = room.peers.get(peer);
  if (!from) throw new Error('nobody of that id is in the room');
  const ssrc = nextSsrc++;
  const codec = codecs[source] as types.RtpCodecParameters;
  const direct = await room.media.router.createDirectTransport();
  const producer = await direct.produce({
    kind: source === 'microphone' ? 'audio' : 'video',
    rtpParameters: {
      codecs: [codec],
      encodings: [{ ssrc }],
      rtcp: { cname: `sender-${ssrc}` },
      headerExtensions: source === 'camera' ? [orientation] : [],
    },
  });
  const heard = new Promise<void>((resolve) => {
    room.media.direct.observer.on('newconsumer', (consumer) => {
      if (consumer.producerId === producer.id) resolve();
    });
  });
  room.record(from, { producer, source, audience, paused: false });
  if (audience === 'everybody') await heard;
  let sent = 0;
  let quarters = 0;
  const packet = (): Buffer => {
    const head = Buffer.alloc(12);
    head.writeUInt8(source === 'camera' ? 0x90 : 0x80, 0);
    head.writeUInt8(codec.payloadType | (source === 'camera' ? 0x80 : 0), 1);
    head.writeUInt16BE(sent & 0xffff, 2);
    head.writeUInt32BE(sent * (source === 'camera' ? 3_000 : 960), 4);
    head.writeUInt32BE(ssrc, 8);
    if (source === 'microphone') return Buffer.concat([head, voice]);
    const frame = sent % 30 === 0 ? keyHead : deltaHead;
    // RFC 8285, 4.2: one extension of one byte.
    const extensions = Buffer.from([0xbe, 0xde, 0, 1, orientation.id << 4, quarters, 0, 0]);
    return Buffer.concat([
      head,
      extensions,
      Buffer.from([0x90, 0x80, 0x80, sent & 0x7f, ...frame]),
      Buffer.alloc(900, 7),
    ]);
  };
  return {
    send(frames) {
      for (const end = sent + frames; sent < end; sent += 1) producer.send(packet());
    },
    turn(degrees) {
      quarters = degrees / 90;
    },
    close: () => producer.close(),
  };
}
