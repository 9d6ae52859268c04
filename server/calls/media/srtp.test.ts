import { randomBytes } from 'node:crypto';
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { env } from 'node:process';
import type { types } from 'mediasoup';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { readSettings } from '../../config.ts';
import { createRouters } from './index.ts';
import { type Suite, splitPacket, srtp, suites } from './testing/srtp.ts';

const settings = readSettings({ ...env, HEXKEY_MEDIA_PORT: '0', HEXKEY_MEDIA_WORKERS: '1' });
const routers = createRouters(settings, pino({ level: 'silent' }));
const listenInfo = { protocol: 'udp', ip: '127.0.0.1' } as const;
const packetsSent = 100;
const arrival = { timeout: 10_000, interval: 2 };

let router: types.Router;
beforeAll(async () => {
  routers.requireOn();
  router = await routers.createRouter();
});
afterAll(() => routers.close());

const opus = (ssrc: number): types.RtpParameters => ({
  codecs: [{ mimeType: 'audio/opus', clockRate: 48_000, channels: 2, payloadType: 100 }],
  encodings: [{ ssrc }],
});

/** Packet `index` of a stream, with a payload of its own, now short and now long. */
function packet(ssrc: number, index: number, payload = randomBytes(20 + ((index * 37) % 1_100))): Buffer {
  const head = Buffer.alloc(12);
  head.writeUInt8(0x80, 0);
  head.writeUInt8(100, 1);
  head.writeUInt16BE(1_000 + index, 2);
  head.writeUInt32BE(index * 960, 4);
  head.writeUInt32BE(ssrc, 8);
  return Buffer.concat([head, payload]);
}

const payloadOf = (bytes: Buffer) => splitPacket(bytes)[1].toString('base64');

async function socket() {
  const open = createSocket('udp4');
  open.bind(0, '127.0.0.1');
  await once(open, 'listening');
  return open;
}

/** A talker whose packets the worker decrypts, and the payloads that came through. */
async function talker(suite: Suite, ssrc: number) {
  const { key, salt } = suites[suite];
  const master = randomBytes(key + salt);
  const transport = await router.createPlainTransport({
    listenInfo,
    comedia: true,
    enableSrtp: true,
    srtpCryptoSuite: suite,
  });
  await transport.connect({
    srtpParameters: { cryptoSuite: suite, keyBase64: master.toString('base64') },
  });
  const producer = await transport.produce({ kind: 'audio', rtpParameters: opus(ssrc) });
  const direct = await router.createDirectTransport();
  const consumer = await direct.consume({ producerId: producer.id, rtpCapabilities: router.rtpCapabilities });
  const arrived = new Set<string>();
  consumer.on('rtp', (bytes) => arrived.add(payloadOf(bytes)));
  const from = await socket();
  const stream = srtp(suite, master);
  return {
    arrived,
    protect: (plain: Buffer) => stream.protect(plain),
    send: (bytes: Buffer) => from.send(bytes, transport.tuple.localPort, '127.0.0.1'),
    close() {
      from.close();
      transport.close();
      direct.close();
    },
  };
}

describe.each(Object.keys(suites) as Suite[])('media under %s', (suite) => {
  it('leaves the worker as anybody with the key can read it', async () => {
    const listener = await socket();
    const from = await router.createPlainTransport({ listenInfo, comedia: true });
    const to = await router.createPlainTransport({ listenInfo, enableSrtp: true, srtpCryptoSuite: suite });
    const producer = await from.produce({ kind: 'audio', rtpParameters: opus(1_111) });
    const theirs = srtp(suite, Buffer.from(to.srtpParameters?.keyBase64 ?? '', 'base64'));
    const read = new Set<string>();
    const failures: unknown[] = [];
    listener.on('message', (bytes, { port }) => {
      const isControl = bytes.readUInt8(1) >= 192 && bytes.readUInt8(1) <= 223;
      if (port !== to.tuple.localPort || isControl) return;
      try {
        read.add(payloadOf(theirs.unprotect(bytes)));
      } catch (error) {
        failures.push(error);
      }
    });
    const { key, salt } = suites[suite];
    await to.connect({
      ip: '127.0.0.1',
      port: listener.address().port,
      srtpParameters: { cryptoSuite: suite, keyBase64: randomBytes(key + salt).toString('base64') },
    });
    await to.consume({ producerId: producer.id, rtpCapabilities: router.rtpCapabilities });
    const sent = Array.from({ length: packetsSent }, (_, index) => packet(1_111, index));
    for (const plain of sent) {
      listener.send(plain, from.tuple.localPort, '127.0.0.1');
      await vi.waitFor(() => expect(read).toContain(payloadOf(plain)), arrival);
    }
    expect(failures).toEqual([]);
    listener.close();
    from.close();
    to.close();
  });

  it('is read by the worker as anybody with the key writes it, and nothing that was tampered with', async () => {
    const speaker = await talker(suite, 2_222);
    const sent = Array.from({ length: packetsSent }, (_, index) => packet(2_222, index));
    for (const [index, plain] of sent.entries()) {
      const forged = speaker.protect(packet(2_222, packetsSent + index));
      forged.writeUInt8(forged.readUInt8(forged.length - 1) ^ 1, forged.length - 1);
      const whole = speaker.protect(plain);
      for (const bytes of [forged, whole.subarray(0, 9), whole]) speaker.send(bytes);
      // One by one: a crowd of packets overflows the socket of a busy machine.
      await vi.waitFor(() => expect(speaker.arrived).toContain(payloadOf(plain)), arrival);
    }
    expect(speaker.arrived.size).toBe(packetsSent);
    speaker.close();
  });
});

describe('a flood from somebody who may talk', () => {
  it('does not keep others from being heard', async () => {
    const suite = 'AEAD_AES_256_GCM';
    const [loud, calm] = await Promise.all([talker(suite, 3_333), talker(suite, 4_444)]);
    const flood = loud.protect(packet(3_333, 0));
    const spoken = Array.from({ length: packetsSent }, (_, index) => packet(4_444, index, randomBytes(80)));
    for (const plain of spoken) {
      for (let times = 0; times < 200; times++) loud.send(flood);
      calm.send(calm.protect(plain));
      await new Promise(setImmediate);
    }
    await vi.waitFor(() => {
      // UDP may lose some of what is sent in such a crowd; that most is heard shows that the worker goes on.
      expect(calm.arrived.size).toBeGreaterThan(packetsSent / 2);
    }, 20_000);
    loud.close();
    calm.close();
  });
});
