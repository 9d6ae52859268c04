/**
 * What the server's own ears and eyes need of an RTP packet. Read here and not by a library: the packages that parse RTP bring
 * a whole WebRTC stack, and mediasoup has checked and decrypted what arrives.
 */
export interface RtpPacket {
  /** 0-65535, wraps. */
  sequence: number;
  /** In the codec's clock, 48 kHz for Opus and 90 kHz for pictures; wraps at 2^32. */
  timestamp: number;
  /** Of pictures: the last packet of a frame. */
  marker: boolean;
  payload: Uint8Array;
}

const fixedHeader = 12;

/** Reads a packet as RFC 3550, section 5.1 lays it out; `undefined` where it is none or carries nothing. */
export function readRtpPacket(bytes: Buffer): RtpPacket | undefined {
  if (bytes.length < fixedHeader) return undefined;
  const flags = bytes.readUInt8(0);
  if (flags >> 6 !== 2) return undefined;
  const contributors = flags & 0x0f;
  let start = fixedHeader + 4 * contributors;
  if (flags & 0x10) {
    if (bytes.length < start + 4) return undefined;
    start += 4 + 4 * bytes.readUInt16BE(start + 2);
  }
  const padding = flags & 0x20 ? bytes.readUInt8(bytes.length - 1) : 0;
  const end = bytes.length - padding;
  if (start >= end) return undefined;
  return {
    sequence: bytes.readUInt16BE(2),
    timestamp: bytes.readUInt32BE(4),
    marker: (bytes.readUInt8(1) & 0x80) !== 0,
    payload: bytes.subarray(start, end),
  };
}

/** The shorter way round a counter of that many bits: negative is back. */
export function signed(difference: number, bits: 16 | 32): number {
  return bits === 16 ? (difference << 16) >> 16 : difference | 0;
}
