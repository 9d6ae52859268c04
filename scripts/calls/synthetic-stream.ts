import type { types } from 'mediasoup';

interface Frame {
  /** Bytes of each packet's payload. */
  packets: number[];
  /** What the first packet's payload begins with, and all others'. */
  first: Buffer;
  rest: Buffer;
}

export interface StreamPattern {
  kind: types.MediaKind;
  codec: types.RtpCodecParameters;
  /** Milliseconds from one frame to the next. */
  frameMs: number;
  frame(index: number): Frame;
}

/** 30 frames a second at 640x480 come to about 600 kbit/s: an inter frame of 2.4 kB, a key frame of 18 kB every 3 s. */
const videoFrameRate = 30;
const keyFrameEvery = 90;
const keyFrameBytes = 18_000;
const interFrameBytes = 2_400;
/** What Chromium puts into a packet of video. */
const packetBytes = 1_180;

/** VP8's payload descriptor (RFC 7741, 4.2) with the picture's number; S is set where a frame begins. */
const descriptor = (index: number, begins: boolean): Buffer =>
  Buffer.from([begins ? 0x90 : 0x80, 0x80, 0x80 | ((index >> 8) & 0x7f), index & 0xff]);
/** The first bytes of a frame (4.3): its tag, and of a key frame the start code and 640x480. */
const header = {
  key: Buffer.from([0x10, 0x02, 0x00, 0x9d, 0x01, 0x2a, 0x80, 0x02, 0xe0, 0x01]),
  inter: Buffer.from([0x11, 0x02, 0x00]),
};

/** What a camera at 640x480 sends, as a forwarder sees it: true headers, sizes and pace, and noise for a picture. */
export const camera: StreamPattern = {
  kind: 'video',
  codec: {
    mimeType: 'video/VP8',
    payloadType: 96,
    clockRate: 90_000,
    rtcpFeedback: [{ type: 'nack' }, { type: 'nack', parameter: 'pli' }],
  },
  frameMs: 1000 / videoFrameRate,
  frame(index) {
    const isKey = index % keyFrameEvery === 0;
    // Every fourth frame carries what those between leave out.
    const bytes = isKey ? keyFrameBytes : interFrameBytes * (index % 4 === 0 ? 1.6 : 0.8);
    const full = Math.floor(bytes / packetBytes);
    const packets = [...Array<number>(full).fill(packetBytes), Math.round(bytes - full * packetBytes)];
    const first = Buffer.concat([descriptor(index, true), isKey ? header.key : header.inter]);
    return { packets, first, rest: descriptor(index, false) };
  },
};

/** Opus at 32 kbit/s, 50 packets a second. */
export const microphone: StreamPattern = {
  kind: 'audio',
  codec: { mimeType: 'audio/opus', payloadType: 111, clockRate: 48_000, channels: 2 },
  frameMs: 20,
  frame: (index) => ({ packets: [70 + ((index * 7) % 21)], first: opusVoice, rest: opusVoice }),
};
/** RFC 6716, 3.1: hybrid fullband, 20 ms, mono, one frame. */
const opusVoice = Buffer.from([0x78]);

/** The RTP packets (RFC 3550, 5.1) of one frame of a stream. `sequence` numbers the first of them. */
export function packetsOf(pattern: StreamPattern, ssrc: number, index: number, sequence: number): Buffer[] {
  const { codec, frameMs } = pattern;
  const { packets, first, rest } = pattern.frame(index);
  return packets.map((bytes, place) => {
    const isLast = place === packets.length - 1;
    const begin = place === 0 ? first : rest;
    const packet = Buffer.alloc(12 + Math.max(bytes, begin.length), 0x5a);
    packet.writeUInt8(0x80, 0);
    packet.writeUInt8((isLast && pattern.kind === 'video' ? 0x80 : 0) | codec.payloadType, 1);
    packet.writeUInt16BE((sequence + place) & 0xffff, 2);
    packet.writeUInt32BE(Math.round((index * frameMs * codec.clockRate) / 1000) >>> 0, 4);
    packet.writeUInt32BE(ssrc, 8);
    begin.copy(packet, 12);
    return packet;
  });
}
