import { accessSync, constants, existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';
import { runChild } from './child.mjs';
import { fromRoot } from './paths.mjs';
import { Stop } from './stop.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];

/** The path of a Chromium for the browser tests, installed first where there is none: by apt, else by Playwright. */
export async function ensureChromium() {
  const found = onPath() ?? playwrights();
  if (found) return found;
  if (process.getuid?.() === 0 && findProgram('apt-get')) {
    console.log('Installing Chromium with apt.');
    const env = { DEBIAN_FRONTEND: 'noninteractive' };
    await runChild('apt-get', ['update', '-qq'], { env });
    await runChild('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], { env });
    const installed = onPath();
    if (installed) return installed;
  }
  console.log("Installing Chromium by Playwright's own download.");
  await runChild(process.execPath, [fromRoot('node_modules/playwright/cli.js'), 'install', 'chromium']);
  const downloaded = playwrights();
  if (downloaded) return downloaded;
  throw new Stop(
    'The browser tests need Chromium, and it could be neither found nor installed. Install it (Debian: apt install ' +
      'chromium) or set HEXKEY_CHROMIUM to its path, then run npm test again.',
  );
}

const onPath = () => process.env.HEXKEY_CHROMIUM ?? names.map(findProgram).find(Boolean);

function findProgram(name) {
  return (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find(isExecutable);
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function playwrights() {
  const { chromium } = createRequire(import.meta.url)('playwright-core');
  const path = chromium.executablePath();
  return existsSync(path) ? path : undefined;
}
