import { randomBytes } from 'node:crypto';
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { connect } from 'node:net';
import { env } from 'node:process';
import type { types } from 'mediasoup';
import { pino } from 'pino';
import { afterAll, expect, it } from 'vitest';
import { readSettings } from '../../config.ts';
import { createRouters } from './index.ts';
import { choosePath, stunTypes } from './testing/dtls-page.ts';

const settings = readSettings({
  ...env,
  HEXKEY_MEDIA_PORT: '0',
  HEXKEY_MEDIA_WORKERS: '1',
  HEXKEY_MEDIA_ANNOUNCED: 'media.shop.example',
});
const routers = createRouters(settings, pino({ level: 'silent' }));
afterAll(() => routers.close());

async function offered(protocol: 'udp' | 'tcp') {
  const transport = await routers.createTransport(await routers.createRouter());
  const candidate = transport.iceCandidates.find((each) => each.protocol === protocol);
  return { transport, address: candidate?.address, port: candidate?.port ?? 0 };
}

/** The path that the page has chosen, as the server sees it. */
const chosen = (transport: types.WebRtcTransport) =>
  new Promise<types.TransportTuple>((resolve) => transport.once('iceselectedtuplechange', resolve));

it('a page reaches its media by UDP, at the address that is announced', async () => {
  const { transport, address, port } = await offered('udp');
  expect(address).toBe('media.shop.example');
  const page = createSocket('udp4').bind(0, '127.0.0.1');
  await once(page, 'listening');
  const [path, answered] = [chosen(transport), once(page, 'message')];
  page.send(choosePath(randomBytes(12), transport.iceParameters), port, '127.0.0.1');
  const [answer] = (await answered) as [Buffer];
  expect(answer.readUInt16BE(0)).toBe(stunTypes.success);
  expect(await path).toMatchObject({ protocol: 'udp', remotePort: page.address().port });
  page.close();
});

it('and by TCP, where UDP does not pass', async () => {
  const { transport, address, port } = await offered('tcp');
  expect(address).toBe('media.shop.example');
  const page = connect(port, '127.0.0.1');
  await once(page, 'connect');
  const [path, answered] = [chosen(transport), once(page, 'data')];
  const request = choosePath(randomBytes(12), transport.iceParameters);
  // Each packet goes behind its length: RFC 4571.
  page.write(Buffer.concat([Buffer.of(request.length >> 8, request.length & 0xff), request]));
  const [answer] = (await answered) as [Buffer];
  expect(answer.readUInt16BE(2)).toBe(stunTypes.success);
  expect(await path).toMatchObject({ protocol: 'tcp', remotePort: page.localPort });
  page.destroy();
});

it('ICE prefers UDP', async () => {
  const { transport } = await offered('udp');
  const byPriority = transport.iceCandidates.toSorted((a, b) => b.priority - a.priority);
  expect(byPriority.map(({ protocol }) => protocol)).toEqual(['udp', 'tcp']);
});
