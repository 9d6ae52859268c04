import { createHash } from 'node:crypto';
import { createReadStream, existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Model, ModelFile } from './manifest.ts';

export const cachedPath = (cache: string, model: Model, file: ModelFile): string =>
  join(cache, model.id, file.name);

/** Files a cut download left behind wait here for the next attempt. */
export const partialFolder = (cache: string): string => join(cache, '.partial');

/** By size alone, so that a start does not read every weight twice; content was checked when it came in. */
export function isCached(cache: string, model: Model, file: ModelFile): boolean {
  const path = cachedPath(cache, model, file);
  return existsSync(path) && statSync(path).size === file.bytes;
}

export async function sha256Of(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}
