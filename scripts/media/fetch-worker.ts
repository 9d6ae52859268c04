import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { mediasoupFolder } from '../../server/calls/media/index.ts';

const run = promisify(execFile);

/** A closed network may leave requests without an answer. */
const longestMs = 60_000;

/**
 * Has mediasoup's own installation fetch the worker that its makers built for this machine and try it out. Answers false
 * where it cannot: no network, or none for this machine.
 */
export async function fetchWorker(): Promise<boolean> {
  console.log('Asking for a ready-built media worker.');
  try {
    await run(process.execPath, ['npm-scripts.mjs', 'postinstall'], {
      cwd: mediasoupFolder,
      timeout: longestMs,
      // Without a Python it does not go on to its own build, which fetches tools from elsewhere.
      env: { ...process.env, MEDIASOUP_FORCE_WORKER_PREBUILT_DOWNLOAD: 'true', PYTHON: 'false' },
    });
    return true;
  } catch (error) {
    const output = error instanceof Error && 'stdout' in error ? String(error.stdout) : '';
    if (!output.includes('downloadPrebuiltWorker')) throw error;
    console.log('None could be fetched: it is built here.');
    return false;
  }
}
