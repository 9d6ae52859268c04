import { createCipheriv, createDecipheriv, createHmac } from 'node:crypto';

/**
 * SRTP for one stream, by the book (RFC 3711; RFC 7714 for GCM) and with Node's own cryptography: what the worker's packets
 * are held against. Packets are numbered below 65,536, so the roll-over counter is 0.
 */
export interface SrtpStream {
  /** An RTP packet, encrypted and signed. */
  protect(packet: Buffer): Buffer;
  /** The RTP packet again. Throws where the signature is not that of the packet. */
  unprotect(packet: Buffer): Buffer;
}

/** Bytes of master key, of master salt and, in the suites with HMAC, of the signature. */
export const suites = {
  AEAD_AES_256_GCM: { key: 32, salt: 12 },
  AEAD_AES_128_GCM: { key: 16, salt: 12 },
  AES_CM_128_HMAC_SHA1_80: { key: 16, salt: 14, signature: 10 },
  AES_CM_128_HMAC_SHA1_32: { key: 16, salt: 14, signature: 4 },
} as const;
export type Suite = keyof typeof suites;

/** Which key is derived: the labels of RFC 3711, section 4.3.2. */
const label = { encryption: 0, authentication: 1, salt: 2 };

/** `master` is the master key followed by the master salt. */
export function srtp(suite: Suite, master: Buffer): SrtpStream {
  const { key, salt } = suites[suite];
  const derive = keyDerivation(suite, master);
  const session = { key: derive(label.encryption, key), salt: derive(label.salt, salt) };
  const { signature } = { signature: undefined, ...suites[suite] };
  return signature === undefined
    ? withGcm(session)
    : withHmac(session, derive(label.authentication, 20), signature);
}

/** Derives session keys from a master key followed by its salt: by a label, so many bytes. RFC 3711, section 4.3. */
export function keyDerivation(suite: Suite, master: Buffer): (label: number, bytes: number) => Buffer {
  const { key, salt } = suites[suite];
  const masterKey = master.subarray(0, key);
  return (which, bytes) => {
    const start = Buffer.alloc(16);
    master.copy(start, 0, key, key + salt);
    start.writeUInt8(start.readUInt8(7) ^ which, 7);
    return createCipheriv(`aes-${key * 8}-ctr`, masterKey, start).update(Buffer.alloc(bytes));
  };
}

interface SessionKeys {
  key: Buffer;
  salt: Buffer;
}

function withGcm({ key, salt }: SessionKeys): SrtpStream {
  const cipher = `aes-${key.length * 8}-gcm` as 'aes-128-gcm';
  const start = (packet: Buffer) => {
    const counter = Buffer.alloc(12);
    packet.copy(counter, 2, 8, 12);
    packet.copy(counter, 10, 2, 4);
    return exclusiveOr(counter, salt);
  };
  return {
    protect(packet) {
      const [head, body] = splitPacket(packet);
      const work = createCipheriv(cipher, key, start(packet)).setAAD(head);
      return Buffer.concat([head, work.update(body), work.final(), work.getAuthTag()]);
    },
    unprotect(packet) {
      const [head, body] = splitPacket(packet.subarray(0, -16));
      const work = createDecipheriv(cipher, key, start(packet)).setAAD(head).setAuthTag(packet.subarray(-16));
      return Buffer.concat([head, work.update(body), work.final()]);
    },
  };
}

function withHmac({ key, salt }: SessionKeys, authentication: Buffer, bytes: number): SrtpStream {
  const crypt = (packet: Buffer) => {
    const counter = Buffer.alloc(16);
    packet.copy(counter, 4, 8, 12);
    packet.copy(counter, 12, 2, 4);
    const [head, body] = splitPacket(packet);
    const stream = createCipheriv('aes-128-ctr', key, exclusiveOr(counter, salt));
    return Buffer.concat([head, stream.update(body)]);
  };
  // The roll-over counter is signed with the packet and not sent.
  const sign = (packet: Buffer) =>
    createHmac('sha1', authentication).update(packet).update(Buffer.alloc(4)).digest().subarray(0, bytes);
  return {
    protect(packet) {
      const encrypted = crypt(packet);
      return Buffer.concat([encrypted, sign(encrypted)]);
    },
    unprotect(packet) {
      const encrypted = packet.subarray(0, -bytes);
      if (!sign(encrypted).equals(packet.subarray(-bytes)))
        throw new Error('the signature is another packet’s');
      return crypt(encrypted);
    },
  };
}

/** Header, with contributors and extension, and payload. */
export function splitPacket(packet: Buffer): [head: Buffer, payload: Buffer] {
  const flags = packet.readUInt8(0);
  const fixed = 12 + 4 * (flags & 0x0f);
  const end = flags & 0x10 ? fixed + 4 + 4 * packet.readUInt16BE(fixed + 2) : fixed;
  return [packet.subarray(0, end), packet.subarray(end)];
}

export const exclusiveOr = (counter: Buffer, salt: Buffer) =>
  Buffer.from(counter.map((byte, index) => byte ^ (salt[index] ?? 0)));
