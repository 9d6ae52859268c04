// `npm start [-- --lan]`: from a fresh clone to a listening server. Needs nothing but Node until it has installed the rest.
import { requireNode } from './setup/node-version.mjs';

requireNode();
const { runSteps } = await import('./setup/stop.mjs');
await runSteps(async () => {
  const { ensureInstalled } = await import('./setup/install.mjs');
  const { ensureBuilt } = await import('./setup/build.mjs');
  const { ensureModels } = await import('./setup/models.mjs');
  await ensureInstalled();
  await ensureBuilt();
  await ensureModels();
  const { startServer } = await import('../dist/server/main.js');
  await startServer(process.argv.slice(2), process.env);
});
