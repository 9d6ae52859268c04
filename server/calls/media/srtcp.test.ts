import { randomBytes } from 'node:crypto';
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { env } from 'node:process';
import type { types } from 'mediasoup';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readSettings } from '../../config.ts';
import { createRouters } from './index.ts';
import { srtcp } from './testing/srtcp.ts';
import { type Suite, srtp, suites } from './testing/srtp.ts';

const settings = readSettings({ ...env, HEXKEY_MEDIA_PORT: '0', HEXKEY_MEDIA_WORKERS: '1' });
const routers = createRouters(settings, pino({ level: 'silent' }));
const ssrc = 5_555;
/** The worker asks for a whole picture as soon as a stream of pictures begins: RFC 4585, section 6.3.1. */
const pictureLoss = { type: 206, format: 1 };

let router: types.Router;
beforeAll(async () => {
  routers.requireOn();
  router = await routers.createRouter();
});
afterAll(() => routers.close());

/** The first packet of a VP8 picture that needs no other: RFC 7741, section 4. */
function keyFrame(): Buffer {
  const packet = Buffer.alloc(60);
  packet.writeUInt8(0x80, 0);
  packet.writeUInt8(0x80 | 101, 1);
  packet.writeUInt16BE(1, 2);
  packet.writeUInt32BE(ssrc, 8);
  packet.writeUInt8(0x10, 12);
  return packet;
}

/** RFC 3550, section 6.4.1; the second on the sender's clock tells one from another. */
function senderReport(second: number): Buffer {
  const packet = Buffer.alloc(28);
  packet.writeUInt8(0x80, 0);
  packet.writeUInt8(200, 1);
  packet.writeUInt16BE(6, 2);
  packet.writeUInt32BE(ssrc, 4);
  packet.writeUInt32BE(second, 8);
  return packet;
}

/** A camera whose packets the worker decrypts and whose keys we hold, both ways. */
async function camera(suite: Suite) {
  const { key, salt } = suites[suite];
  const ours = randomBytes(key + salt);
  const transport = await router.createPlainTransport({
    listenInfo: { protocol: 'udp', ip: '127.0.0.1' },
    comedia: true,
    rtcpMux: true,
    enableSrtp: true,
    srtpCryptoSuite: suite,
  });
  await transport.connect({ srtpParameters: { cryptoSuite: suite, keyBase64: ours.toString('base64') } });
  const producer = await transport.produce({
    kind: 'video',
    rtpParameters: {
      codecs: [
        {
          mimeType: 'video/VP8',
          clockRate: 90_000,
          payloadType: 101,
          rtcpFeedback: [{ type: 'nack', parameter: 'pli' }],
        },
      ],
      encodings: [{ ssrc }],
    },
  });
  const socket = createSocket('udp4').bind(0, '127.0.0.1');
  await once(socket, 'listening');
  const theirs = Buffer.from(transport.srtpParameters?.keyBase64 ?? '', 'base64');
  return {
    transport,
    producer,
    socket,
    media: srtp(suite, ours),
    reports: srtcp(suite, ours),
    theirReports: srtcp(suite, theirs),
    send: (bytes: Buffer) => socket.send(bytes, transport.tuple.localPort, '127.0.0.1'),
    close() {
      socket.close();
      transport.close();
    },
  };
}

describe.each(Object.keys(suites) as Suite[])('reports under %s', (suite) => {
  it('leave the worker as anybody with the key can read them', async () => {
    const from = await camera(suite);
    const arrived = once(from.socket, 'message');
    from.send(from.media.protect(keyFrame()));
    const [bytes] = (await arrived) as [Buffer];
    const report = from.theirReports.unprotect(bytes);
    expect(report.readUInt8(1)).toBe(pictureLoss.type);
    expect(report.readUInt8(0) & 0x1f).toBe(pictureLoss.format);
    expect(report.readUInt32BE(8)).toBe(ssrc);
    const forged = Buffer.from(bytes);
    forged.writeUInt8(forged.readUInt8(forged.length - 6) ^ 1, forged.length - 6);
    expect(() => from.theirReports.unprotect(forged)).toThrow();
    from.close();
  });

  it('are read by the worker as anybody with the key writes them, and none that was tampered with', async () => {
    const from = await camera(suite);
    await from.producer.enableTraceEvent(['sr']);
    const seconds: unknown[] = [];
    from.producer.on('trace', ({ info }) => seconds.push(info.ntpSec));
    const flowing = once(from.producer, 'score');
    from.send(from.media.protect(keyFrame()));
    await flowing;
    for (let index = 1; index <= 10; index += 1) {
      const read = once(from.producer, 'trace');
      const forged = from.reports.protect(senderReport(1_000 + index), 100 + index);
      forged.writeUInt8(forged.readUInt8(10) ^ 1, 10);
      const whole = from.reports.protect(senderReport(index), index);
      for (const bytes of [forged, whole.subarray(0, 11), whole]) from.send(bytes);
      await read;
    }
    expect(seconds).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    from.close();
  });
});
