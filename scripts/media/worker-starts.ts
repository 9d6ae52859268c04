import { spawnSync } from 'node:child_process';

/** mediasoup's worker ends with this when it is started by hand; it cannot even say that where a library is missing. */
const startedByHand = 41;

/** Whether a worker starts on this machine: one that was built before the system's libraries changed may not. */
export const workerStarts = (file: string): boolean =>
  spawnSync(file, { env: {}, stdio: 'ignore', timeout: 10_000 }).status === startedByHand;
