/** The part of a VP8 frame in one packet. */
export interface Vp8Payload {
  /** The first part of the frame. */
  begins: boolean;
  bytes: Uint8Array;
}

const flags = { extended: 0x80, start: 0x10, partition: 0x07 };
const extension = { pictureId: 0x80, tl0PictureIndex: 0x40, temporalLayer: 0x20, keyIndex: 0x10 };
const longPictureId = 0x80;

/** Takes off the payload descriptor of RFC 7741, 4.2; `undefined` where nothing lies behind it. */
export function readVp8Payload(payload: Uint8Array): Vp8Payload | undefined {
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
