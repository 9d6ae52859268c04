import { lookup } from 'node:dns/promises';
import { availableParallelism } from 'node:os';
import { env } from 'node:process';
import type { FastifyBaseLogger } from 'fastify';
import type { types } from 'mediasoup';
import type { Settings } from '../../config.ts';
import type { Routers } from '../room/room-media.ts';
import { withoutWorkers } from '../room/without-workers.ts';
import { codecs } from './codecs.ts';
import { iceServersFor } from './ice-servers.ts';
import { findWorker, type WorkerFileSettings } from './worker-file.ts';
import { type RunningWorker, WorkerSlot } from './worker-slot.ts';

export type MediaSettings = WorkerFileSettings &
  Pick<
    Settings,
    | 'HOST'
    | 'HEXKEY_MEDIA_ANNOUNCED'
    | 'HEXKEY_MEDIA_PORT'
    | 'HEXKEY_MEDIA_WORKERS'
    | 'HEXKEY_TURN_URLS'
    | 'HEXKEY_TURN_SECRET'
  >;

/** What a peer may send at first, in bits a second; the estimate goes on from there. */
const firstBitrate = 1_000_000;

/**
 * The media workers of this machine, one a core unless the settings say otherwise, each on a UDP and TCP port of its own
 * counted from HEXKEY_MEDIA_PORT. They start in the background. Without a worker to run, `on` is false.
 */
export function createRouters(
  settings: MediaSettings,
  log: FastifyBaseLogger,
): Routers & { close(): Promise<void> } {
  const file = findWorker(settings);
  if (!file) return { ...withoutWorkers, close: async () => {} };
  const slots = Array.from(
    { length: settings.HEXKEY_MEDIA_WORKERS || availableParallelism() },
    (_, index) => new WorkerSlot({ log, start: () => startWorker(file, settings, index) }),
  );
  const serverOf = new WeakMap<types.Router, types.WebRtcServer>();
  return {
    on: true,
    requireOn() {},
    async createRouter() {
      const slot = slots.reduce((idle, each) => (each.routers < idle.routers ? each : idle));
      slot.routers += 1;
      const { worker, server } = await slot.running();
      const router = await worker.createRouter({ mediaCodecs: codecs });
      serverOf.set(router, server);
      router.observer.once('close', () => {
        slot.routers = Math.max(0, slot.routers - 1);
      });
      return router;
    },
    async createTransport(router) {
      const webRtcServer = serverOf.get(router);
      if (!webRtcServer) throw new Error('the router is none of these workers');
      return router.createWebRtcTransport({
        webRtcServer,
        enableSctp: true,
        maxSctpMessageSize: 65_536,
        preferUdp: true,
        initialAvailableOutgoingBitrate: firstBitrate,
      });
    },
    iceServers: (peer) => iceServersFor(peer, settings),
    async close() {
      await Promise.all(slots.map((slot) => slot.close()));
    },
  };
}

async function startWorker(file: string, settings: MediaSettings, index: number): Promise<RunningWorker> {
  // mediasoup reads the path when it is loaded and takes it from nowhere else.
  env.MEDIASOUP_WORKER_BIN = file;
  const { createWorker } = await import('mediasoup');
  const worker = await createWorker({ logLevel: 'warn' });
  try {
    return {
      worker,
      server: await worker.createWebRtcServer({ listenInfos: await listenOn(settings, index) }),
    };
  } catch (error) {
    worker.close();
    throw error;
  }
}

async function listenOn(settings: MediaSettings, index: number): Promise<types.TransportListenInfo[]> {
  const { HEXKEY_MEDIA_PORT: first, HEXKEY_MEDIA_ANNOUNCED: announcedAddress } = settings;
  const { address: ip } = await lookup(settings.HOST);
  const common = {
    ip,
    ...(announcedAddress ? { announcedAddress } : {}),
    // 0 leaves the choice to mediasoup.
    ...(first > 0 ? { port: first + index } : {}),
  };
  return [
    { protocol: 'udp', ...common },
    { protocol: 'tcp', ...common },
  ];
}
