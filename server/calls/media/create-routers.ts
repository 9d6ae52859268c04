import { createHmac } from 'node:crypto';
import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import { availableParallelism } from 'node:os';
import { env } from 'node:process';
import type { FastifyBaseLogger } from 'fastify';
import type { types } from 'mediasoup';
import type { IceServer } from '#protocol';
import type { Settings } from '../../config.ts';
import { lanAddresses } from '../../lan/index.ts';
import { mediaIsRestarting } from '../room/from-mediasoup.ts';
import type { Routers } from '../room/room-media.ts';
import { withoutWorkers } from '../room/without-workers.ts';
import { codecs, recordable } from './codecs.ts';
import { startWorker } from './start-worker.ts';
import { findWorker, type WorkerFileSettings } from './worker-file.ts';
import { WorkerSlot } from './worker-slot.ts';

type ListenSettings = Pick<Settings, 'HOST' | 'HEXKEY_MEDIA_ANNOUNCED' | 'HEXKEY_MEDIA_PORT'>;

/**
 * Where the worker of that index listens, by UDP and by TCP on one port of its own, and the address that callers are told.
 * On all addresses at once ("0.0.0.0") they are told the one that others on the local network reach, unless the settings
 * name another: nobody can send to "0.0.0.0".
 */
export async function listenOn(
  settings: ListenSettings,
  index: number,
  reachable: () => string[] = lanAddresses,
): Promise<types.TransportListenInfo[]> {
  const { HEXKEY_MEDIA_PORT: first } = settings;
  // Addresses are taken as they are; of a name the first, IPv4 where it has one.
  const ip = isIP(settings.HOST) ? settings.HOST : (await lookup(settings.HOST, { verbatim: false })).address;
  const isEverywhere = ip === '0.0.0.0' || ip === '::';
  const announcedAddress =
    settings.HEXKEY_MEDIA_ANNOUNCED ?? (isEverywhere ? (reachable()[0] ?? '127.0.0.1') : undefined);
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

export type MediaSettings = WorkerFileSettings &
  ListenSettings &
  Pick<Settings, 'HEXKEY_MEDIA_WORKERS' | 'HEXKEY_TURN_URLS' | 'HEXKEY_TURN_SECRET' | 'HEXKEY_RECORDING'>;

/** What a peer may send at first, in bits a second; the estimate goes on from there. */
const firstBitrate = 1_000_000;

/** Longer than any call; a credential that leaks is worth nothing tomorrow. */
const goodForSeconds = 6 * 3600;

type TurnSettings = Pick<Settings, 'HEXKEY_TURN_URLS' | 'HEXKEY_TURN_SECRET'>;

/**
 * STUN and TURN servers for one peer. TURN credentials are made for it and end by themselves: the user name holds the
 * moment they end, and the password is its HMAC-SHA1 under the secret that the TURN server shares ("A REST API For Access
 * To TURN Services", draft-uberti-behave-turn-rest-00; coturn's `use-auth-secret`).
 */
export function iceServersFor(peer: string, settings: TurnSettings, now = Date.now()): IceServer[] {
  const [stun, turn] = [urlsOf(settings, 'stun'), urlsOf(settings, 'turn')];
  const secret = settings.HEXKEY_TURN_SECRET;
  if (turn.length === 0 || !secret) return stun.length > 0 ? [{ urls: stun }] : [];
  const username = `${Math.floor(now / 1000) + goodForSeconds}:${peer}`;
  const credential = createHmac('sha1', secret).update(username).digest('base64');
  return [...(stun.length > 0 ? [{ urls: stun }] : []), { urls: turn, username, credential }];
}

/** TURN servers are named that nobody can be let into. */
export const lacksTurnSecret = (settings: TurnSettings): boolean =>
  urlsOf(settings, 'turn').length > 0 && !settings.HEXKEY_TURN_SECRET;

const urlsOf = ({ HEXKEY_TURN_URLS: urls }: TurnSettings, scheme: 'stun' | 'turn'): string[] =>
  urls
    .split(',')
    .map((url) => url.trim())
    .filter((url) => url.startsWith(`${scheme}:`) || url.startsWith(`${scheme}s:`));

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
