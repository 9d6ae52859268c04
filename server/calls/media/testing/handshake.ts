import { createHmac, randomBytes } from 'node:crypto';
import { crc32 } from 'node:zlib';

const magicCookie = 0x2112a442;
const bindingRequest = 0x0001;
export const bindingSuccess = 0x0101;

const u8 = (value: number) => Buffer.from([value]);
const u16 = (value: number) => Buffer.from([value >> 8, value & 0xff]);
const u24 = (value: number) => Buffer.concat([u8(value >> 16), u16(value & 0xffff)]);

/** A STUN attribute, padded to four bytes (RFC 8489, 14). */
function attribute(type: number, value: Buffer): Buffer {
  const padding = Buffer.alloc((4 - (value.length % 4)) % 4);
  return Buffer.concat([u16(type), u16(value.length), value, padding]);
}

/** What a browser sends to check a path of an ICE agent that takes part by answering alone (RFC 8445, 7.2.2). */
export function connectivityCheck({
  usernameFragment,
  password,
}: {
  usernameFragment: string;
  password: string;
}): Buffer {
  const transaction = randomBytes(12);
  const withLength = (attributes: Buffer, after: number) => {
    const head = Buffer.alloc(8);
    head.writeUInt16BE(bindingRequest, 0);
    head.writeUInt16BE(attributes.length + after, 2);
    head.writeUInt32BE(magicCookie, 4);
    return Buffer.concat([head, transaction, attributes]);
  };
  const plain = Buffer.concat([
    attribute(0x0006, Buffer.from(`${usernameFragment}:test`)),
    attribute(0x0024, Buffer.from([0x6e, 0x7f, 0xff, 0xff])),
    attribute(0x802a, randomBytes(8)),
    attribute(0x0025, Buffer.alloc(0)),
  ]);
  // Each check covers the length as if it were the last attribute: MESSAGE-INTEGRITY takes 24 bytes, FINGERPRINT 8.
  const integrity = createHmac('sha1', password).update(withLength(plain, 24)).digest();
  const signed = Buffer.concat([plain, attribute(0x0008, integrity)]);
  const fingerprint = Buffer.alloc(4);
  fingerprint.writeUInt32BE((crc32(withLength(signed, 8)) ^ 0x5354554e) >>> 0);
  return withLength(Buffer.concat([signed, attribute(0x8028, fingerprint)]), 0);
}

/** A DTLS 1.2 ClientHello that offers what browsers offer for media (RFC 6347, RFC 5764). */
export function clientHello(): Buffer {
  const extension = (type: number, body: Buffer) => Buffer.concat([u16(type), u16(body.length), body]);
  const suites = Buffer.concat([0xc02b, 0xc02f, 0xc02c, 0xc030].map(u16));
  const extensions = Buffer.concat([
    extension(0x000a, Buffer.concat([u16(4), u16(0x001d), u16(0x0017)])),
    extension(0x000b, Buffer.from([1, 0])),
    extension(0x000d, Buffer.concat([u16(4), u16(0x0403), u16(0x0804)])),
    extension(0x000e, Buffer.concat([u16(2), u16(0x0007), u8(0)])),
    extension(0x0017, Buffer.alloc(0)),
  ]);
  const hello = Buffer.concat([
    u16(0xfefd),
    randomBytes(32),
    u8(0),
    u8(0),
    u16(suites.length),
    suites,
    Buffer.from([1, 0]),
    u16(extensions.length),
    extensions,
  ]);
  const handshake = Buffer.concat([u8(1), u24(hello.length), u16(0), u24(0), u24(hello.length), hello]);
  const record = Buffer.concat([u8(22), u16(0xfeff), u16(0), Buffer.alloc(6), u16(handshake.length)]);
  return Buffer.concat([record, handshake]);
}

/** A DTLS record begins with a content type from 20 to 63 (RFC 7983). */
export const isDtls = (bytes: Buffer): boolean => bytes.readUInt8(0) >= 20 && bytes.readUInt8(0) <= 63;
