// `npm test`: sets up, then format and lint, types, unit, integration and browser tests, and says all along how far it is and
// how long is left. Its last line is the count.
import { requireNode } from './setup/node-version.mjs';

requireNode();
const { runSteps } = await import('./setup/stop.mjs');
await runSteps(async () => {
  const { ensureInstalled } = await import('./setup/install.mjs');
  await ensureInstalled();
  const { ensureBuilt } = await import('./setup/build.mjs');
  const { ensureModels } = await import('./setup/models.mjs');
  const { ensureMediaWorker } = await import('./setup/media-worker.mjs');
  const { ensureChromium } = await import('./setup/chromium.mjs');
  await ensureBuilt();
  await ensureModels();
  await ensureMediaWorker();
  const chromium = await ensureChromium();

  const { runStages } = await import('./test/stages.mjs');
  const { addTallies, summary } = await import('./test/tally.mjs');
  const tallies = await runStages({ chromium });
  const total = addTallies(tallies);
  console.log(`\n${summary(total).join('\n')}`);
  process.exitCode = total.failed.length === 0 ? 0 : 1;
});
