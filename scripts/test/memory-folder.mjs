import { accessSync, constants, statfsSync } from 'node:fs';

const inMemory = '/dev/shm';
const bytesNeeded = 4 * 2 ** 30;

/**
 * Has this process and all it starts keep temporary files in memory where the system offers a folder with room for them: tests
 * make hundreds of stores of 40 MB, and none is to outlive them. An own TMPDIR is left as it is.
 */
export function keepTemporaryFilesInMemory() {
  if (process.env.TMPDIR) return;
  try {
    accessSync(inMemory, constants.W_OK);
    const { bavail, bsize } = statfsSync(inMemory);
    if (bavail * bsize >= bytesNeeded) process.env.TMPDIR = inMemory;
  } catch {
    // No such folder here: the disk does.
  }
}
