import { randomBytes } from 'node:crypto';
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { env } from 'node:process';
import type { types } from 'mediasoup';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readSettings } from '../../config.ts';
import { createRouters } from './index.ts';
import { type DtlsPage, dtlsPage, hasOpenSsl, mastersIn } from './testing/dtls-page.ts';
import { type Suite, splitPacket, srtp, suites } from './testing/srtp.ts';

const settings = readSettings({ ...env, HEXKEY_MEDIA_PORT: '0', HEXKEY_MEDIA_WORKERS: '1' });
const routers = createRouters(settings, pino({ level: 'silent' }));

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

function packet(ssrc: number, payload: Buffer, sequence = 1): Buffer {
  const head = Buffer.alloc(12);
  head.writeUInt8(0x80, 0);
  head.writeUInt8(100, 1);
  head.writeUInt16BE(sequence, 2);
  head.writeUInt32BE(ssrc, 8);
  return Buffer.concat([head, payload]);
}

/** Resolves with the state that the handshake ends in. */
const outcome = (transport: types.WebRtcTransport) =>
  new Promise<string>((resolve) => {
    transport.on('dtlsstatechange', (state) => {
      if (state !== 'connecting') resolve(state);
    });
  });

async function meet(): Promise<{ transport: types.WebRtcTransport; page: DtlsPage }> {
  const transport = await routers.createTransport(router);
  return { transport, page: await dtlsPage(transport) };
}

const expecting = (transport: types.WebRtcTransport, fingerprint: string) =>
  transport.connect({
    dtlsParameters: { role: 'client', fingerprints: [{ algorithm: 'sha-256', value: fingerprint }] },
  });

/** OpenSSL's program has the keys. */
const agreed = /Keying material: [0-9A-F]+\n/;

const isMedia = (bytes: Buffer) =>
  bytes.readUInt8(0) >> 6 === 2 && (bytes.readUInt8(1) < 192 || bytes.readUInt8(1) > 223);

describe.skipIf(!hasOpenSsl).each(Object.keys(suites) as Suite[])(
  'a page that shakes hands for %s',
  (suite) => {
    it('is heard and hears, under the keys that both agreed on', async () => {
      const { transport, page } = await meet();
      const ended = outcome(transport);
      await expecting(transport, page.fingerprint);
      const said = await page.shakeHands(suite, agreed);
      expect(await ended).toBe('connected');
      const masters = mastersIn(said, suite);
      const direct = await router.createDirectTransport();

      const microphone = await transport.produce({ kind: 'audio', rtpParameters: opus(7_001) });
      const tap = await direct.consume({
        producerId: microphone.id,
        rtpCapabilities: router.rtpCapabilities,
      });
      const heard = once(tap, 'rtp');
      const words = randomBytes(80);
      page.send(srtp(suite, masters.page).protect(packet(7_001, words)));
      const [arrived] = (await heard) as [Buffer];
      expect(splitPacket(arrived)[1]).toEqual(words);

      const other = await direct.produce({ kind: 'audio', rtpParameters: opus(7_002) });
      await transport.consume({ producerId: other.id, rtpCapabilities: router.rtpCapabilities });
      const came = new Promise<Buffer>((resolve) => {
        page.socket.on('message', (bytes) => isMedia(bytes) && resolve(bytes));
      });
      const answer = randomBytes(80);
      other.send(packet(7_002, answer));
      expect(splitPacket(srtp(suite, masters.server).unprotect(await came))[1]).toEqual(answer);

      direct.close();
      transport.close();
      await page.close();
    });
  },
);

describe.skipIf(!hasOpenSsl)('a handshake', () => {
  it('fails with another certificate than the one that was announced', async () => {
    const { transport, page } = await meet();
    const ended = outcome(transport);
    await expecting(
      transport,
      page.fingerprint.replace(/^../, (byte) => (byte === 'AA' ? 'BB' : 'AA')),
    );
    void page.shakeHands('AEAD_AES_256_GCM');
    expect(await ended).toBe('failed');
    await page.close();
    transport.close();
  });

  it('is not begun by whoever did not choose the path: their hello is not answered', async () => {
    const { transport, page } = await meet();
    const racer = createSocket('udp4').bind(0, '127.0.0.1');
    await once(racer, 'listening');
    const answers: Buffer[] = [];
    racer.on('message', (bytes) => answers.push(bytes));
    const ended = outcome(transport);
    await expecting(transport, page.fingerprint);
    const shaken = page.shakeHands('AEAD_AES_256_GCM', agreed);
    const hello = await page.hello;
    const port = transport.iceCandidates[0]?.port;
    for (let times = 0; times < 50; times += 1) racer.send(hello, port, '127.0.0.1');
    await shaken;
    expect(await ended).toBe('connected');
    expect(answers).toEqual([]);
    racer.close();
    await page.close();
    transport.close();
  });

  it.each([
    ['DTLS 1.0', ['-dtls1', '-cipher', 'ALL:@SECLEVEL=0']],
    ['no encryption', ['-dtls1_2', '-cipher', 'eNULL:@SECLEVEL=0']],
    ['nobody’s certificate', ['-dtls1_2', '-cipher', 'aNULL:@SECLEVEL=0']],
    ['RC4, 3DES or MD5', ['-dtls1_2', '-cipher', 'RC4:3DES:MD5:@SECLEVEL=0']],
  ])('is refused for %s', async (_what, options) => {
    const { transport, page } = await meet();
    await expecting(transport, page.fingerprint);
    const said = await page.shakeHands('AES_CM_128_HMAC_SHA1_80', undefined, options);
    expect(said).toMatch(/alert|no (protocols|ciphers) available|no cipher match/);
    expect(said).not.toMatch(/Keying material: /);
    expect(transport.dtlsState).not.toBe('connected');
    await page.close();
    transport.close();
  });
});
