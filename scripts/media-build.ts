import { builtWorker, findWorker } from '../server/calls/media/index.ts';
import { readSettings } from '../server/config.ts';
import { HexkeyError } from '../server/errors.ts';
import { ensureBuildTools } from './media/build-tools.ts';
import { buildWorker } from './media/build-worker.ts';
import { fetchWorker } from './media/fetch-worker.ts';
import { runSteps } from './setup/stop.mjs';

/** `npm run media:build`: has the worker that carries live calls fetched, or builds it, once for this machine. */
await runSteps(async () => {
  const settings = readSettings(process.env);
  const there = findWorker(settings);
  if (there) {
    console.log(`The media worker is there: ${there}`);
    return;
  }
  if (settings.MEDIASOUP_WORKER_BIN)
    throw new HexkeyError(
      'not_found',
      `MEDIASOUP_WORKER_BIN names ${settings.MEDIASOUP_WORKER_BIN}, which is no program. Correct it, or unset it and run this again.`,
    );
  if (await fetchWorker()) {
    console.log(`The media worker was fetched: ${findWorker(settings)}`);
    return;
  }
  await ensureBuildTools();
  const file = builtWorker(settings);
  await buildWorker(file);
  console.log(`The media worker was built: ${file}`);
});
