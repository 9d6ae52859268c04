import { createHash } from 'node:crypto';
import { accessSync, constants, readdirSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import Type from 'typebox';
import Value from 'typebox/value';
import type { Settings } from '../../config.ts';
import { fromRoot } from '../../paths.ts';

export type WorkerFileSettings = Pick<Settings, 'MEDIASOUP_WORKER_BIN' | 'XDG_CACHE_HOME'>;

/** What `npm run media:build` builds by: a CMake recipe and the headers that fit mediasoup to the system's libraries. */
export const recipe = fromRoot('server', 'calls', 'media', 'worker');
/** mediasoup's package: the worker's sources are in its folder `worker`. */
export const mediasoupFolder = fromRoot('node_modules', 'mediasoup');
/** Where mediasoup's own installation puts the worker that it fetches. */
export const fetchedWorker = join(mediasoupFolder, 'worker', 'out', 'Release', 'mediasoup-worker');

const Package = Type.Object({ version: Type.String() });

/**
 * Where a worker that was built here lies: outside the checkout, so that another checkout need not build it again, and by
 * mediasoup's version, the recipe and the machine's kind, so that a worker never meets another version's messages.
 */
export function builtWorker({ XDG_CACHE_HOME: cache }: Pick<Settings, 'XDG_CACHE_HOME'>): string {
  const { version } = Value.Parse(
    Package,
    JSON.parse(readFileSync(join(mediasoupFolder, 'package.json'), 'utf8')),
  );
  const kind = `${version}-${process.platform}-${process.arch}-${recipeHash()}`;
  return join(cache ?? join(homedir(), '.cache'), 'hexkey', 'media-worker', kind, 'mediasoup-worker');
}

/** The worker to run: the one that is named, one that was built here, or the one mediasoup's own installation fetched. */
export function findWorker(settings: WorkerFileSettings): string | undefined {
  const { MEDIASOUP_WORKER_BIN: named } = settings;
  return (named ? [named] : [builtWorker(settings), fetchedWorker]).find(isProgram);
}

function recipeHash(): string {
  const hash = createHash('sha256');
  const entries = readdirSync(recipe, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
  for (const file of files.sort()) hash.update(file.slice(recipe.length)).update(readFileSync(file));
  return hash.digest('hex').slice(0, 12);
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
