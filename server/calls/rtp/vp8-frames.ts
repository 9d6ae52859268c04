import type { Ordered } from './in-order.ts';
import type { RtpPacket } from './rtp-packet.ts';

/** No picture of a call is larger. */
const mostBytes = 4_000_000;

export interface Vp8Frame {
  /** RTP's, 90 kHz. */
  timestamp: number;
  bytes: Uint8Array;
  /** Pixels, of a key frame: what comes after it builds on it. */
  key: { width: number; height: number } | undefined;
}

/** The part of a VP8 frame in one packet. */
interface Vp8Payload {
  /** The first part of the frame. */
  begins: boolean;
  bytes: Uint8Array;
}

const flags = { extended: 0x80, start: 0x10, partition: 0x07 };
const extension = { pictureId: 0x80, tl0PictureIndex: 0x40, temporalLayer: 0x20, keyIndex: 0x10 };
const longPictureId = 0x80;

/** Takes off the payload descriptor of RFC 7741, 4.2; `undefined` where nothing lies behind it. */
function readVp8Payload(payload: Uint8Array): Vp8Payload | undefined {
  const [first = 0, extended = 0, picture = 0] = payload;
  let length = 1;
  if (first & flags.extended) {
    length = 2;
    if (extended & extension.pictureId) length += picture & longPictureId ? 2 : 1;
    if (extended & extension.tl0PictureIndex) length += 1;
    if (extended & (extension.temporalLayer | extension.keyIndex)) length += 1;
  }
  if (payload.length <= length) return undefined;
  const begins = (first & flags.start) !== 0 && (first & flags.partition) === 0;
  return { begins, bytes: payload.subarray(length) };
}

/** Makes whole VP8 frames out of packets in order. After a loss it gives none until the next key frame. */
export class Vp8Frames {
  #parts: Uint8Array[] = [];
  #bytes = 0;
  #timestamp: number | undefined;
  #waitsForKey = true;

  /** Nothing comes before a key frame does: ask the sender for one. */
  get waitsForKey(): boolean {
    return this.#waitsForKey;
  }

  /** The frame that this packet completes. */
  take({ packet, afterLoss }: Ordered): Vp8Frame | undefined {
    if (afterLoss) this.#lose();
    const payload = readVp8Payload(packet.payload);
    if (!payload) return this.#lose();
    if (payload.begins) {
      if (this.#timestamp !== undefined) this.#lose();
      this.#timestamp = packet.timestamp;
    } else if (this.#timestamp !== packet.timestamp) return this.#lose();
    this.#parts.push(payload.bytes);
    this.#bytes += payload.bytes.length;
    if (this.#bytes > mostBytes) return this.#lose();
    return packet.marker ? this.#whole(packet) : undefined;
  }

  #whole({ timestamp }: RtpPacket): Vp8Frame | undefined {
    const bytes = Buffer.concat(this.#parts);
    this.#forget();
    const isKey = ((bytes[0] ?? 1) & 1) === 0;
    const key = isKey ? keySize(bytes) : undefined;
    if (isKey && !key) return this.#lose();
    if (key) this.#waitsForKey = false;
    return this.#waitsForKey ? undefined : { timestamp, bytes, key };
  }

  #lose(): undefined {
    this.#forget();
    this.#waitsForKey = true;
  }

  #forget(): void {
    this.#parts = [];
    this.#bytes = 0;
    this.#timestamp = undefined;
  }
}

/** RFC 6386, 9.1: behind three bytes of frame tag the start code, then width and height of 14 bits, each with a scale. */
function keySize(bytes: Buffer): { width: number; height: number } | undefined {
  if (bytes.length < 10 || bytes.readUIntBE(3, 3) !== 0x9d012a) return undefined;
  const size = { width: bytes.readUInt16LE(6) & 0x3fff, height: bytes.readUInt16LE(8) & 0x3fff };
  return size.width > 0 && size.height > 0 ? size : undefined;
}
