import { availableParallelism } from 'node:os';
import { env } from 'node:process';
import type { FastifyBaseLogger } from 'fastify';
import type { types } from 'mediasoup';
import type { Settings } from '../../config.ts';
import { mediaIsRestarting } from '../room/from-mediasoup.ts';
import type { Routers } from '../room/room-media.ts';
import { withoutWorkers } from '../room/without-workers.ts';
import { codecs, recordable } from './codecs.ts';
import { iceServersFor, lacksTurnSecret } from './ice-servers.ts';
import { type ListenSettings, listenOn } from './listen-on.ts';
import { startWorker } from './start-worker.ts';
import { findWorker, type WorkerFileSettings } from './worker-file.ts';
import { WorkerSlot } from './worker-slot.ts';

export type MediaSettings = WorkerFileSettings &
  ListenSettings &
  Pick<Settings, 'HEXKEY_MEDIA_WORKERS' | 'HEXKEY_TURN_URLS' | 'HEXKEY_TURN_SECRET' | 'HEXKEY_RECORDING'>;

/** What a peer may send at first, in bits a second; the estimate goes on from there. */
const firstBitrate = 1_000_000;

/**
 * The media workers of this machine, one a core unless the settings say otherwise, each on a UDP and TCP port of its own
 * counted from HEXKEY_MEDIA_PORT. They start in the background, and one that dies is replaced on the same port: its routers
 * tell `workerclose`, and routers made from then on are the new one's. Without a worker to run, `on` is false.
 */
export function createRouters(
  settings: MediaSettings,
  log: FastifyBaseLogger,
): Routers & { close(): Promise<void> } {
  const file = findWorker(settings);
  if (!file) return { ...withoutWorkers, close: async () => {} };
  if (lacksTurnSecret(settings))
    log.warn(
      'HEXKEY_TURN_URLS names TURN servers and HEXKEY_TURN_SECRET is not set: callers are not sent there',
    );
  // mediasoup reads the path when it is loaded and takes it from nowhere else.
  env.MEDIASOUP_WORKER_BIN = file;
  const slots = Array.from(
    { length: settings.HEXKEY_MEDIA_WORKERS || availableParallelism() },
    (_, index) => new WorkerSlot({ log, start: async () => startWorker(await listenOn(settings, index)) }),
  );
  const mediaCodecs = settings.HEXKEY_RECORDING ? recordable : codecs;
  const serverOf = new WeakMap<types.Router, types.WebRtcServer>();
  return {
    on: true,
    requireOn() {},
    async createRouter() {
      const slot = leastLoaded(slots);
      slot.routers += 1;
      const freed = () => {
        slot.routers -= 1;
      };
      try {
        const { worker, server } = await slot.running();
        const router = await worker.createRouter({ mediaCodecs });
        serverOf.set(router, server);
        router.observer.once('close', freed);
        return router;
      } catch (cause) {
        freed();
        throw mediaIsRestarting(cause);
      }
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

/** Of the places that are not down, or of all where each is, the one that carries fewest rooms. */
function leastLoaded(slots: readonly WorkerSlot[]): WorkerSlot {
  const well = slots.filter((slot) => !slot.down);
  return (well.length > 0 ? well : slots).reduce((idle, each) => (each.routers < idle.routers ? each : idle));
}
