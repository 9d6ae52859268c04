// Starts what is built and installed, and sets nothing up: for images and services, which are made before they run.
import { runSteps } from './setup/stop.mjs';

await runSteps(async () => {
  const { startServer } = await import('../dist/server/main.js');
  await startServer(process.argv.slice(2), process.env);
});
