// `npm run dev`: the server under tsx and the client under Vite, both reloading on change.
import { requireNode } from './setup/node-version.mjs';

requireNode();
const { runSteps, Stop } = await import('./setup/stop.mjs');
await runSteps(async () => {
  const { ensureInstalled } = await import('./setup/install.mjs');
  await ensureInstalled();
  const { ensureBuilt } = await import('./setup/build.mjs');
  const { ensureModels } = await import('./setup/models.mjs');
  const { runChild } = await import('./setup/child.mjs');
  await ensureBuilt({ only: 'server' });
  await ensureModels();
  const abort = new AbortController();
  const run = (args) =>
    runChild(process.execPath, args, { signal: abort.signal }).finally(() => abort.abort());
  const [server, client] = await Promise.all([
    run(['node_modules/tsx/dist/cli.mjs', 'watch', '--clear-screen=false', 'scripts/dev-server.ts']),
    run(['node_modules/vite/bin/vite.js']),
  ]);
  if (server.code !== 0 && client.code !== 0) throw new Stop('Stopped.');
});
