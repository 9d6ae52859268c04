import { createHmac } from 'node:crypto';
import { crc32 } from 'node:zlib';

/** What STUN says of itself: RFC 8489, section 5. */
export const stunTypes = { request: 0x0001, success: 0x0101, failure: 0x0111 } as const;

/** RFC 8489, section 18.3, and for ICE RFC 8445, section 16.1. */
export const stunAttributes = {
  userName: 0x0006,
  integrity: 0x0008,
  errorCode: 0x0009,
  priority: 0x0024,
  useCandidate: 0x0025,
  fingerprint: 0x8028,
  controlling: 0x802a,
} as const;

/** A binding request; `attributes` may be anything, and so may the length that it says it has. */
export function bindingRequest(id: Buffer, attributes: Buffer, length = attributes.length): Buffer {
  const head = Buffer.alloc(20);
  head.writeUInt16BE(stunTypes.request, 0);
  head.writeUInt16BE(length & 0xffff, 2);
  head.writeUInt32BE(0x2112a442, 4);
  id.copy(head, 8, 0, 12);
  return Buffer.concat([head, attributes]);
}

/** An attribute, padded; it may say that it is of another length. */
export function attribute(type: number, value: Buffer, length = value.length): Buffer {
  const head = Buffer.alloc(4);
  head.writeUInt16BE(type, 0);
  head.writeUInt16BE(length & 0xffff, 2);
  return Buffer.concat([head, value, Buffer.alloc((4 - (value.length % 4)) % 4)]);
}

/** With the checksum that tells STUN from anything else: section 14.7. */
export function fingerprinted(id: Buffer, attributes: Buffer): Buffer {
  const checked = bindingRequest(id, attributes, attributes.length + 8);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE((crc32(checked) ^ 0x5354554e) >>> 0, 0);
  return Buffer.concat([checked, attribute(stunAttributes.fingerprint, sum)]);
}

/** What a page that controls ICE sends to choose this path: signed with the password of the other end (section 14.5). */
export function choosePath(
  id: Buffer,
  { usernameFragment, password }: { usernameFragment: string; password: string },
): Buffer {
  const attributes = Buffer.concat([
    attribute(stunAttributes.userName, Buffer.from(`${usernameFragment}:page`)),
    attribute(stunAttributes.priority, Buffer.of(0x6e, 0, 0, 0xff)),
    attribute(stunAttributes.controlling, Buffer.alloc(8, 7)),
    attribute(stunAttributes.useCandidate, Buffer.alloc(0)),
  ]);
  const signed = bindingRequest(id, attributes, attributes.length + 24);
  const signature = createHmac('sha1', password).update(signed).digest();
  return fingerprinted(id, Buffer.concat([attributes, attribute(stunAttributes.integrity, signature)]));
}
