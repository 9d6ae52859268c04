// `npm run build`: server and client into dist/, changed or not.
import { requireNode } from './setup/node-version.mjs';

requireNode();
const { runSteps } = await import('./setup/stop.mjs');
await runSteps(async () => {
  const { ensureInstalled } = await import('./setup/install.mjs');
  const { ensureBuilt } = await import('./setup/build.mjs');
  await ensureInstalled();
  await ensureBuilt({ force: true });
});
