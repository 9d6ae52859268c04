import type { types } from 'mediasoup';
import { codecs } from '../../server/calls/media/codecs.ts';
import { openRooms } from './hexkey-rooms.ts';
import { receiveFrom, sendFor, sendPatternInto, workTime } from './plain-ends.ts';
import { camera } from './synthetic-stream.ts';

const streams = 10;
const roundMs = 4_000;

/** Processor time of the worker for one forwarded 640x480 stream, as a share (0-1) of a core. */
export interface ForwardingCost {
  streams: number;
  hexkey: number[];
  bare: number[];
}

/** One camera to ten receivers: in a room of Hexkey's and in a router of mediasoup alone, by turns. */
export async function measureForwarding(rounds: number): Promise<ForwardingCost> {
  const cost: ForwardingCost = { streams, hexkey: [], bare: [] };
  const rooms = await openRooms(1);
  const { createWorker } = await import('mediasoup');
  const bare = await createWorker({ logLevel: 'warn' });
  const routers = { hexkey: await rooms.openRoom(), bare: await bare.createRouter({ mediaCodecs: codecs }) };
  const workers = { hexkey: rooms.workers.filter((worker) => worker !== bare), bare: [bare] };
  for (let round = 0; round < rounds; round++)
    for (const side of ['bare', 'hexkey'] as const)
      cost[side].push(await costOf(routers[side], workers[side]));
  bare.close();
  await rooms.close();
  return cost;
}

async function costOf(router: types.Router, workers: readonly types.Worker[]): Promise<number> {
  const sender = await sendPatternInto(router, camera);
  const receivers = await Promise.all(
    Array.from({ length: streams }, () => receiveFrom(router, sender.producer)),
  );
  const [before, begun] = [await workTime(workers), performance.now()];
  await sendFor([sender], roundMs);
  const share = ((await workTime(workers)) - before) / (performance.now() - begun);
  for (const end of [sender, ...receivers]) end.close();
  return share / streams;
}
