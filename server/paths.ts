import { chmodSync, existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * The project's folder, found upward from this file: the same code runs from `server/` in development and
 * from `dist/server/` in production, and both read models, templates, migrations and assets from the source tree.
 */
export const projectRoot = (() => {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package-lock.json'))) {
    const parent = dirname(folder);
    if (parent === folder)
      throw new Error('package-lock.json not found above the server: the checkout is incomplete');
    folder = parent;
  }
  return folder;
})();

/** An absolute path inside the project. */
export const fromRoot = (...parts: string[]): string => join(projectRoot, ...parts);

/**
 * Makes the folder where it is missing, for this user alone: it holds conversations and secrets, whichever part comes to it
 * first. Others lose what they may do in one that is there; a group keeps it, for a shop's own backups.
 */
export function makePrivateFolder(path: string): void {
  mkdirSync(path, { recursive: true, mode: 0o700 });
  const { mode } = statSync(path);
  if ((mode & 0o007) !== 0) chmodSync(path, mode & 0o770);
}
