import { createCipheriv, createDecipheriv, createHmac } from 'node:crypto';
import { exclusiveOr, keyDerivation, type Suite, suites } from './srtp.ts';

/** SRTCP for one stream, held against the worker's as SRTP is (RFC 3711, section 3.4; RFC 7714, section 9). */
export interface SrtcpStream {
  /** An RTCP packet, encrypted and signed; `index` counts what was sent before it. */
  protect(packet: Buffer, index: number): Buffer;
  /** The RTCP packet again. Throws where the signature is not that of the packet. */
  unprotect(packet: Buffer): Buffer;
}

/** The part that stays readable: the first words of the first report and its sender. */
const headBytes = 8;
/** It says that the packet is encrypted, in the word that holds the index. */
const encryptedFlag = 0x80000000;
/** All suites with HMAC sign RTCP with 80 bits, also the one that signs RTP with 32. */
const signatureBytes = 10;

/** The labels of RFC 3711, section 4.3.2. */
const label = { encryption: 3, authentication: 4, salt: 5 };

/** `master` is the master key followed by the master salt. */
export function srtcp(suite: Suite, master: Buffer): SrtcpStream {
  const { key, salt } = suites[suite];
  const derive = keyDerivation(suite, master);
  const session = { key: derive(label.encryption, key), salt: derive(label.salt, salt) };
  return 'signature' in suites[suite]
    ? withHmac(session, derive(label.authentication, 20))
    : withGcm(session);
}

interface SessionKeys {
  key: Buffer;
  salt: Buffer;
}

function withGcm({ key, salt }: SessionKeys): SrtcpStream {
  const cipher = `aes-${key.length * 8}-gcm` as 'aes-128-gcm';
  const start = (head: Buffer, trailer: Buffer) => {
    const counter = Buffer.alloc(12);
    head.copy(counter, 2, 4, 8);
    counter.writeUInt32BE(indexOf(trailer), 8);
    return exclusiveOr(counter, salt);
  };
  return {
    protect(packet, index) {
      const [head, trailer] = [packet.subarray(0, headBytes), trailerOf(index)];
      const work = createCipheriv(cipher, key, start(head, trailer)).setAAD(Buffer.concat([head, trailer]));
      const body = Buffer.concat([work.update(packet.subarray(headBytes)), work.final()]);
      return Buffer.concat([head, body, work.getAuthTag(), trailer]);
    },
    unprotect(packet) {
      const [head, trailer] = [packet.subarray(0, headBytes), packet.subarray(-4)];
      const work = createDecipheriv(cipher, key, start(head, trailer))
        .setAAD(Buffer.concat([head, trailer]))
        .setAuthTag(packet.subarray(-20, -4));
      return Buffer.concat([head, work.update(packet.subarray(headBytes, -20)), work.final()]);
    },
  };
}

function withHmac({ key, salt }: SessionKeys, authentication: Buffer): SrtcpStream {
  const crypt = (packet: Buffer, trailer: Buffer) => {
    const counter = Buffer.alloc(16);
    packet.copy(counter, 4, 4, 8);
    counter.writeUInt32BE(indexOf(trailer), 10);
    const stream = createCipheriv('aes-128-ctr', key, exclusiveOr(counter, salt));
    return Buffer.concat([packet.subarray(0, headBytes), stream.update(packet.subarray(headBytes))]);
  };
  const sign = (signed: Buffer) =>
    createHmac('sha1', authentication).update(signed).digest().subarray(0, signatureBytes);
  return {
    protect(packet, index) {
      const trailer = trailerOf(index);
      const signed = Buffer.concat([crypt(packet, trailer), trailer]);
      return Buffer.concat([signed, sign(signed)]);
    },
    unprotect(packet) {
      const signed = packet.subarray(0, -signatureBytes);
      if (!sign(signed).equals(packet.subarray(-signatureBytes)))
        throw new Error('the signature is another packet’s');
      return crypt(signed.subarray(0, -4), signed.subarray(-4));
    },
  };
}

function trailerOf(index: number): Buffer {
  const trailer = Buffer.alloc(4);
  trailer.writeUInt32BE(index + encryptedFlag, 0);
  return trailer;
}

function indexOf(trailer: Buffer): number {
  const word = trailer.readUInt32BE(0);
  if (word < encryptedFlag) throw new Error('the report is not encrypted');
  return word - encryptedFlag;
}
