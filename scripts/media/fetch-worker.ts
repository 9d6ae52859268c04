import { execFile } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { promisify } from 'node:util';
import { fetchedWorker, mediasoupFolder } from '../../server/calls/media/index.ts';
import { workerStarts } from './worker-starts.ts';

const run = promisify(execFile);

/** A closed network may leave requests without an answer. */
const longestMs = 60_000;

/**
 * Has mediasoup's own installation fetch the worker that its makers built for this machine. Answers its path, and
 * `undefined` where there is none to be had: no network, none for this machine, or one that does not start on it.
 */
export async function fetchWorker(): Promise<string | undefined> {
  console.log('Asking for a ready-built media worker.');
  try {
    await run(process.execPath, ['npm-scripts.mjs', 'postinstall'], {
      cwd: mediasoupFolder,
      timeout: longestMs,
      // Without a Python it does not go on to its own build, which fetches tools from elsewhere.
      env: { ...process.env, MEDIASOUP_FORCE_WORKER_PREBUILT_DOWNLOAD: 'true', PYTHON: 'false' },
    });
  } catch (error) {
    const output = error instanceof Error && 'stdout' in error ? String(error.stdout) : '';
    if (!output.includes('downloadPrebuiltWorker')) throw error;
  }
  if (workerStarts(fetchedWorker)) return fetchedWorker;
  // What came in part is not to be taken for a worker later.
  await rm(fetchedWorker, { force: true });
  console.log('None could be fetched: it is built here.');
  return undefined;
}
