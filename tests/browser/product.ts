import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fromRoot } from '../../server/paths.ts';
import { spawnNode } from '../start/server-process.ts';

export interface RunningHexkey {
  /** `http://localhost:port/` */
  address: string;
  /** Of the server's process. */
  pid: number;
  stop(): Promise<void>;
}

/** Runs `npm start` on data of its own and a free port. */
export async function startProduct(environment: Record<string, string> = {}): Promise<RunningHexkey> {
  const data = await mkdtemp(join(tmpdir(), 'hexkey-product-'));
  const server = spawnNode([fromRoot('scripts', 'start.mjs')], {
    HEXKEY_DATA: data,
    HEXKEY_LOG: 'warn',
    ...environment,
  });
  const [, address] = await server.says(/ready in [\d.]+ s: {2}(http\S+)/);
  return {
    address: address as string,
    pid: server.child.pid as number,
    async stop() {
      server.child.kill('SIGTERM');
      await server.ended;
      await rm(data, { recursive: true, force: true });
    },
  };
}
