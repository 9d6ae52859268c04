// `npm run docs`: the site of docs/ into dist/docs. Its packages are its own, so that nobody who runs Hexkey fetches them.
import { requireNode } from './setup/node-version.mjs';

requireNode();
const { runSteps, Stop } = await import('./setup/stop.mjs');
await runSteps(async () => {
  const { ensureInstalled } = await import('./setup/install.mjs');
  const { runChild } = await import('./setup/child.mjs');
  const { fromRoot } = await import('./setup/paths.mjs');
  await ensureInstalled('docs');
  const { code } = await runChild(process.execPath, [
    fromRoot('docs', 'node_modules', 'vitepress', 'bin', 'vitepress.js'),
    'build',
    fromRoot('docs'),
  ]);
  if (code !== 0) throw new Stop('The site could not be built; the reasons are above.');
  console.log('The site is in dist/docs.');
});
