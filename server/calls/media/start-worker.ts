import type { types } from 'mediasoup';
import { HexkeyError } from '../../errors.ts';
import type { RunningWorker } from './worker-slot.ts';

/** Starts the worker that MEDIASOUP_WORKER_BIN names and has it listen. Throws `conflict` where it cannot. */
export async function startWorker(listenInfos: types.TransportListenInfo[]): Promise<RunningWorker> {
  const { createWorker } = await import('mediasoup');
  const worker = await createWorker({ logLevel: 'warn' });
  try {
    return { worker, server: await worker.createWebRtcServer({ listenInfos }) };
  } catch (cause) {
    worker.close();
    const wanted = listenInfos.map(({ protocol, ip, port }) => `${protocol} ${ip}:${port ?? 'any'}`);
    throw new HexkeyError(
      'conflict',
      `Media cannot listen on ${wanted.join(' and ')}: another program does, or this machine has no such address. Set HEXKEY_MEDIA_PORT or HOST to what is free.`,
      { cause },
    );
  }
}
