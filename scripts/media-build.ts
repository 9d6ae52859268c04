import { rm } from 'node:fs/promises';
import { builtWorker, findWorker } from '../server/calls/media/index.ts';
import { readSettings } from '../server/config.ts';
import { withEnvFile } from '../server/env-file.ts';
import { HexkeyError } from '../server/errors.ts';
import { ensureBuildTools } from './media/build-tools.ts';
import { buildWorker } from './media/build-worker.ts';
import { fetchWorker } from './media/fetch-worker.ts';
import { workerStarts } from './media/worker-starts.ts';
import { runSteps } from './setup/stop.mjs';

/** `npm run media:build`: has the worker that carries live calls fetched, or builds it, once for this machine. */
await runSteps(async () => {
  const settings = readSettings(withEnvFile(process.env));
  const there = findWorker(settings);
  if (there && workerStarts(there)) {
    console.log(`The media worker is there: ${there}`);
    return;
  }
  const { MEDIASOUP_WORKER_BIN: named } = settings;
  if (named)
    throw new HexkeyError(
      'not_found',
      `MEDIASOUP_WORKER_BIN names ${named}, which is no media worker that starts here. Correct it, or unset it and run this again.`,
    );
  if (there) {
    console.log(`${there} does not start on this machine any more: another takes its place.`);
    await rm(there);
  }
  const fetched = await fetchWorker();
  if (fetched) {
    console.log(`The media worker was fetched: ${fetched}`);
    return;
  }
  await ensureBuildTools();
  const file = builtWorker(settings);
  await buildWorker(file);
  console.log(`The media worker was built: ${file}`);
});
