import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { createHmac, randomBytes, X509Certificate } from 'node:crypto';
import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import type { types } from 'mediasoup';
import { generate } from 'selfsigned';
import { type Suite, suites } from './srtp.ts';

const address = '127.0.0.1';
/** The names that OpenSSL has for them. */
const openSslNames: Record<Suite, string> = {
  AEAD_AES_256_GCM: 'SRTP_AEAD_AES_256_GCM',
  AEAD_AES_128_GCM: 'SRTP_AEAD_AES_128_GCM',
  AES_CM_128_HMAC_SHA1_80: 'SRTP_AES128_CM_SHA1_80',
  AES_CM_128_HMAC_SHA1_32: 'SRTP_AES128_CM_SHA1_32',
};
/** Other makes of the program cannot tell the keys that they agreed on. */
export const hasOpenSsl = /^OpenSSL 3/.test(
  spawnSync('openssl', ['version'], { encoding: 'utf8' }).stdout ?? '',
);

const isDtls = (bytes: Buffer) => bytes.readUInt8(0) >= 20 && bytes.readUInt8(0) <= 63;

export interface DtlsPage {
  /** SHA-256 of its certificate, as it stands in `connect_transport`. */
  fingerprint: string;
  /** The path to the server, chosen by ICE: packets of media come and go here. */
  socket: Socket;
  send(bytes: Buffer): void;
  /** The first packet of the handshake, as anybody on the network could see it. */
  hello: Promise<Buffer>;
  /** Begins the handshake; resolves with what OpenSSL's program has said once it has ended, or `until` it says that. */
  shakeHands(suite: Suite, until?: RegExp, more?: string[]): Promise<string>;
  close(): Promise<void>;
}

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

/** A page's end of a transport without a browser: ICE by ourselves, DTLS by OpenSSL's own program. */
export async function dtlsPage(transport: types.WebRtcTransport): Promise<DtlsPage> {
  const folder = await mkdtemp(join(tmpdir(), 'hexkey-dtls-'));
  const [certificateFile, keyFile] = [join(folder, 'certificate.pem'), join(folder, 'key.pem')];
  const pems = await generate([{ name: 'commonName', value: 'page' }], { keyType: 'ec', curve: 'P-256' });
  await Promise.all([writeFile(certificateFile, pems.cert), writeFile(keyFile, pems.private)]);

  const port = transport.iceCandidates.find(({ protocol }) => protocol === 'udp')?.port ?? 0;
  const socket = await openSocket();
  const send = (bytes: Buffer) => socket.send(bytes, port, address);
  const answered = once(socket, 'message');
  send(choosePath(randomBytes(12), transport.iceParameters));
  const [answer] = (await answered) as [Buffer];
  if (answer.readUInt16BE(0) !== stunTypes.success) throw new Error('the path was not taken');

  // OpenSSL's program has a socket of its own: what it sends goes on over the path that was chosen.
  const bridge = await openSocket();
  let program: ChildProcess | undefined;
  const hello = new Promise<Buffer>((resolve) => bridge.once('message', resolve));
  bridge.on('message', (bytes, from) => {
    if (bridge.listenerCount('back') === 0)
      bridge.on('back', (packet: Buffer) => bridge.send(packet, from.port, address));
    send(bytes);
  });
  socket.on('message', (bytes) => {
    if (isDtls(bytes)) bridge.emit('back', bytes);
  });

  return {
    fingerprint: new X509Certificate(pems.cert).fingerprint256,
    socket,
    send,
    hello,
    async shakeHands(suite, until, more = []) {
      const { key, salt } = suites[suite];
      const started = spawn('openssl', [
        ...['s_client', '-connect', `${address}:${bridge.address().port}`, '-mtu', '1200'],
        ...['-cert', certificateFile, '-key', keyFile, '-use_srtp', openSslNames[suite]],
        ...['-keymatexport', 'EXTRACTOR-dtls_srtp', '-keymatexportlen', `${2 * (key + salt)}`],
        ...(more.length > 0 ? more : ['-dtls1_2']),
      ]);
      program = started;
      let said = '';
      const ended = once(started, 'close');
      return new Promise<string>((resolve, reject) => {
        for (const stream of [started.stdout, started.stderr])
          stream.on('data', (bytes: Buffer) => {
            said += bytes.toString();
            if (until?.test(said)) resolve(said);
          });
        ended.then(() => resolve(said), reject);
      });
    },
    async close() {
      if (program && program.exitCode === null) {
        const ended = once(program, 'close');
        program.kill();
        await ended;
      }
      socket.close();
      bridge.close();
      await rm(folder, { recursive: true });
    },
  };
}

/** The master keys that a handshake agreed on, each followed by its salt: RFC 5764, section 4.2. */
export function mastersIn(said: string, suite: Suite): { page: Buffer; server: Buffer } {
  const { key, salt } = suites[suite];
  const material = Buffer.from(/Keying material: ([0-9A-F]+)/.exec(said)?.[1] ?? '', 'hex');
  const part = (start: number, bytes: number) => material.subarray(start, start + bytes);
  return {
    page: Buffer.concat([part(0, key), part(2 * key, salt)]),
    server: Buffer.concat([part(key, key), part(2 * key + salt, salt)]),
  };
}

async function openSocket(): Promise<Socket> {
  const socket = createSocket('udp4').bind(0, address);
  await once(socket, 'listening');
  return socket;
}
