import { runChild } from './child.mjs';
import { fromRoot } from './paths.mjs';
import { Stop } from './stop.mjs';

/** Fetches or builds the media worker where there is none: the tests of live calls run it. */
export async function ensureMediaWorker() {
  const tsx = fromRoot('node_modules', 'tsx', 'dist', 'cli.mjs');
  const { code } = await runChild(process.execPath, [tsx, fromRoot('scripts', 'media-build.ts')]);
  if (code !== 0) throw new Stop('The tests of live calls need the media worker: see above.');
}
