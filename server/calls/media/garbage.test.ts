import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';
import { connect } from 'node:net';
import { env } from 'node:process';
import type { types } from 'mediasoup';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readSettings } from '../../config.ts';
import { seededRandom } from '../../demo/seeded-random.ts';
import { createRouters } from './index.ts';
import { attribute, bindingRequest, fingerprinted, stunAttributes, stunTypes } from './testing/dtls-page.ts';

const settings = readSettings({ ...env, HEXKEY_MEDIA_PORT: '0', HEXKEY_MEDIA_WORKERS: '1' });
const routers = createRouters(settings, pino({ level: 'silent' }));
const random = seededRandom(4);
const whole = (below: number) => Math.floor(random() * below);
const noise = (bytes: number) => Buffer.from(Array.from({ length: bytes }, () => whole(256)));

let router: types.Router;
/** Of somebody in a call, who has not come yet. */
let expected: types.WebRtcTransport;
let udp: number;
let tcp: number;
let attacker: Socket;
const deaths: unknown[] = [];

beforeAll(async () => {
  routers.requireOn();
  router = await routers.createRouter();
  router.on('workerclose', () => deaths.push('the worker died'));
  expected = await routers.createTransport(router);
  const port = (protocol: string) =>
    expected.iceCandidates.find((candidate) => candidate.protocol === protocol)?.port ?? 0;
  [udp, tcp] = [port('udp'), port('tcp')];
  attacker = createSocket('udp4').bind(0, '127.0.0.1');
  await once(attacker, 'listening');
});
afterAll(async () => {
  attacker.close();
  await routers.close();
});

const { errorCode } = stunAttributes;
const userName = (text: string, length?: number) =>
  attribute(stunAttributes.userName, Buffer.from(text), length);
const integrity = () => attribute(stunAttributes.integrity, noise(20));
const stun = (attributes: Buffer, length?: number) => bindingRequest(noise(12), attributes, length);
const checked = (attributes: Buffer) => fingerprinted(noise(12), attributes);
const starting = (first: number, rest: Buffer) => Buffer.concat([Buffer.of(first), rest]);

/** What one can send without knowing anything of a call but its port and, at worst, its user name. */
const datagrams: Record<string, () => Buffer> = {
  'noise of every kind of packet': () => starting(whole(256), noise(whole(1_400))),
  'almost nothing': () => noise(whole(4)),
  'STUN with attributes of noise': () => checked(noise(4 * whole(60))),
  'STUN that says it is longer or shorter than it is': () => stun(noise(40), whole(65_536)),
  'STUN with attributes longer than the packet': () => stun(userName('peer:other', whole(65_536))),
  'STUN for a peer that is expected, without its password': () =>
    stun(Buffer.concat([userName(`${expected.iceParameters.usernameFragment}:abcd`), integrity()])),
  'STUN with a user name that never ends': () =>
    checked(Buffer.concat([userName('x'.repeat(1_200)), integrity()])),
  'DTLS of noise': () => starting(20 + whole(44), noise(whole(1_300))),
  'DTLS hello with lengths of noise': () =>
    Buffer.concat([Buffer.of(22, 0xfe, 0xfd), noise(8), Buffer.of(0x04, 0x00, 1), noise(whole(1_000))]),
  'RTP with an extension longer than the packet': () =>
    Buffer.concat([Buffer.of(0x9f, whole(128)), noise(10), Buffer.of(0xbe, 0xde, 0xff, 0xff), noise(20)]),
  'RTCP that says it is longer than it is': () =>
    Buffer.concat([Buffer.of(0x80 | whole(32), 200, 0xff, 0xff), noise(24)]),
};

/** The worker answers, with this router still in it. */
async function expectWell(): Promise<void> {
  expect((await router.dump()).id).toBe(router.id);
  expect(deaths).toEqual([]);
  expect(expected.closed).toBe(false);
  expect(expected.iceState).toBe('new');
}

describe('the media port', () => {
  it('refuses whoever knows the name that is expected and not the password', async () => {
    const answered = once(attacker, 'message');
    const name = userName(`${expected.iceParameters.usernameFragment}:abcd`);
    const priority = attribute(stunAttributes.priority, noise(4));
    attacker.send(checked(Buffer.concat([name, priority, integrity()])), udp, '127.0.0.1');
    const [answer] = (await answered) as [Buffer];
    const unauthorised = 401;
    expect(answer.readUInt16BE(0)).toBe(stunTypes.failure);
    expect(answer.readUInt16BE(20)).toBe(errorCode);
    expect(answer.readUInt8(26) * 100 + answer.readUInt8(27)).toBe(unauthorised);
    await expectWell();
  });

  it.each(Object.keys(datagrams))('takes no harm from %s', async (what) => {
    const make = datagrams[what] as () => Buffer;
    for (let count = 0; count < 1_000; count += 1) {
      const bytes = make();
      await new Promise((sent) => attacker.send(bytes, udp, '127.0.0.1', sent));
    }
    await expectWell();
  });

  it('takes no harm by TCP from any of that, cut, framed wrongly, or never ended', async () => {
    for (const make of Object.values(datagrams)) {
      for (let count = 0; count < 20; count += 1) {
        const socket = connect(tcp, '127.0.0.1');
        socket.on('error', () => {});
        await once(socket, 'connect');
        const bytes = make();
        const frame = Buffer.alloc(2);
        frame.writeUInt16BE(count % 3 === 0 ? whole(65_536) : bytes.length, 0);
        await new Promise((written) => socket.write(Buffer.concat([frame, bytes]), written));
        socket.destroy();
      }
    }
    await expectWell();
  });

  it('takes no harm from many who connect and say nothing', async () => {
    const sockets = Array.from({ length: 300 }, () => connect(tcp, '127.0.0.1').on('error', () => {}));
    await Promise.all(sockets.map((socket) => once(socket, 'connect')));
    await expectWell();
    const another = await routers.createTransport(router);
    expect(another.iceCandidates).toHaveLength(2);
    for (const socket of sockets) socket.destroy();
  });
});
