import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { env } from 'node:process';
import type { types } from 'mediasoup';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { readSettings } from '../../config.ts';
import type { Routers } from '../room/room-media.ts';
import { createRouters } from './index.ts';

const log = pino({ level: 'silent' });
const opened: { close(): Promise<void> }[] = [];
const pids: number[] = [];
const noted = (worker: types.Worker) => pids.push(worker.pid);
let observer: types.Observer | undefined;

function open(settings: Record<string, string>): Routers {
  const routers = createRouters(readSettings({ ...env, ...settings }), log);
  routers.requireOn();
  opened.push(routers);
  return routers;
}

/** As many ports, one after the other, as nobody listens on. */
async function freePorts(count: number): Promise<number> {
  for (;;) {
    const first = 45_000 + Math.floor(Math.random() * 15_000);
    const servers = Array.from({ length: count }, (_, index) =>
      createServer().listen(first + index, '127.0.0.1'),
    );
    const results = await Promise.allSettled(servers.map((server) => once(server, 'listening')));
    await Promise.all(servers.map((server) => new Promise((closed) => server.close(closed))));
    if (results.every(({ status }) => status === 'fulfilled')) return first;
  }
}

/** The port at which a page would reach the worker that carries this router. */
async function portOf(routers: Routers, router: types.Router): Promise<number | undefined> {
  const { iceCandidates } = await routers.createTransport(router);
  return iceCandidates[0]?.port;
}

beforeEach(() => {
  pids.length = 0;
});
afterEach(async () => {
  observer?.off('newworker', noted);
  await Promise.all(opened.splice(0).map((each) => each.close()));
});

/** After `open`, which says where the worker lies before mediasoup is loaded. */
async function notePids(): Promise<void> {
  ({ observer } = await import('mediasoup'));
  observer.on('newworker', noted);
}

describe('the media workers', () => {
  it('are replaced on the same port when they are killed, and their routers are told', async () => {
    const first = await freePorts(1);
    const routers = open({ HEXKEY_MEDIA_WORKERS: '1', HEXKEY_MEDIA_PORT: `${first}` });
    await notePids();
    const router = await routers.createRouter();
    expect(await portOf(routers, router)).toBe(first);
    for (let death = 0; death < 3; death += 1) {
      const before = await routers.createRouter();
      const told = once(before, 'workerclose');
      process.kill(pids.at(-1) as number, 'SIGKILL');
      await told;
      expect(before.closed).toBe(true);
      expect(await portOf(routers, await routers.createRouter())).toBe(first);
    }
    expect(new Set(pids).size).toBe(4);
  });

  it('share the rooms evenly, each on a port of its own', async () => {
    const first = await freePorts(2);
    const routers = open({ HEXKEY_MEDIA_WORKERS: '2', HEXKEY_MEDIA_PORT: `${first}` });
    const made: types.Router[] = [];
    for (let room = 0; room < 4; room += 1) made.push(await routers.createRouter());
    const ports = await Promise.all(made.map((router) => portOf(routers, router)));
    expect(ports.filter((port) => port === first)).toHaveLength(2);
    expect(ports.filter((port) => port === first + 1)).toHaveLength(2);
    const emptied = made.filter((_, index) => ports[index] === first);
    for (const router of emptied) router.close();
    const next = await Promise.all([routers.createRouter(), routers.createRouter()]);
    expect(await Promise.all(next.map((router) => portOf(routers, router)))).toEqual([first, first]);
  });

  it('leave rooms to one another while one of them cannot be had', async () => {
    const first = await freePorts(2);
    const other = createSocket('udp4').bind(first, '127.0.0.1');
    await once(other, 'listening');
    const routers = open({ HEXKEY_MEDIA_WORKERS: '2', HEXKEY_MEDIA_PORT: `${first}` });
    await expect(routers.createRouter()).rejects.toMatchObject({ code: 'overloaded' });
    for (let room = 0; room < 3; room += 1)
      expect(await portOf(routers, await routers.createRouter())).toBe(first + 1);
    await new Promise<void>((closed) => other.close(closed));
  });

  it('come once their port is free, and until then a call is worth asking for again', async () => {
    const first = await freePorts(1);
    const other = createSocket('udp4').bind(first, '127.0.0.1');
    await once(other, 'listening');
    const routers = open({ HEXKEY_MEDIA_WORKERS: '1', HEXKEY_MEDIA_PORT: `${first}` });
    await expect(routers.createRouter()).rejects.toMatchObject({ code: 'overloaded', retryable: true });
    await new Promise<void>((closed) => other.close(closed));
    const router = await vi.waitFor(() => routers.createRouter(), { timeout: 20_000, interval: 20 });
    expect(await portOf(routers, router)).toBe(first);
  });

  it('are none where the program that is named cannot be run', async () => {
    const settings = readSettings({ ...env, MEDIASOUP_WORKER_BIN: '/nowhere/mediasoup-worker' });
    const routers = createRouters(settings, log);
    expect(routers.on).toBe(false);
    expect(() => routers.requireOn()).toThrow(/npm run media:build/);
    await expect(routers.createRouter()).rejects.toMatchObject({ code: 'calls_off' });
  });
});
