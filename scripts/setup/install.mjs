import { existsSync, readFileSync } from 'node:fs';
import { runChild } from './child.mjs';
import { fromRoot } from './paths.mjs';
import { Stop } from './stop.mjs';

/** Runs `npm ci` when what is installed is not what package-lock.json names, of the project or of a folder in it. */
export async function ensureInstalled(folder = '.') {
  if (isInstalled(folder)) return;
  console.log('Installing packages: a minute or two the first time.');
  const started = Date.now();
  const beat = process.stdout.isTTY
    ? undefined
    : setInterval(
        () => console.log(`  still installing, ${Math.round((Date.now() - started) / 1000)} s`),
        10_000,
      );
  const { code, tail } = await runNpm([
    '--prefix',
    fromRoot(folder),
    'ci',
    '--include=dev',
    '--no-audit',
    '--no-fund',
  ]).finally(() => clearInterval(beat));
  if (code !== 0) throw new Stop(`Packages could not be installed. ${advice(tail)}`);
}

/** npm keeps what it has installed in a hidden lockfile, written last: an interrupted install has none. */
function isInstalled(folder) {
  const hidden = fromRoot(folder, 'node_modules', '.package-lock.json');
  if (!existsSync(hidden)) return false;
  const wanted = packagesOf(fromRoot(folder, 'package-lock.json'));
  const installed = packagesOf(hidden);
  return Object.entries(wanted).every(
    ([path, { version, optional }]) =>
      path === '' || (installed[path]?.version ?? (optional && version)) === version,
  );
}

const packagesOf = (file) => JSON.parse(readFileSync(file, 'utf8')).packages;

/** The npm that runs this script where there is one, else the one on the path. */
function runNpm(args) {
  const npm = process.env.npm_execpath;
  if (npm?.endsWith('.js')) return runChild(process.execPath, [npm, ...args]);
  const windows = process.platform === 'win32';
  return runChild(windows ? 'npm.cmd' : 'npm', args);
}

function advice(output) {
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ENETUNREACH|ETIMEDOUT|network/.test(output)) {
    return 'The npm registry does not answer: connect to the network, or set your registry or proxy with `npm config`, then run the same command again.';
  }
  if (/ENOSPC/.test(output)) {
    return 'The disk is full: about 1.5 GB is needed. Free some space, then run the same command again.';
  }
  if (/EACCES|EPERM/.test(output)) return 'This folder cannot be written to: check who owns it.';
  return "npm's own words are above; once mended, run the same command again.";
}
