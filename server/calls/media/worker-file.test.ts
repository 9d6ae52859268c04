import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { builtWorker, findWorker } from './worker-file.ts';

let cache: string;
beforeEach(async () => {
  cache = await mkdtemp(join(tmpdir(), 'hexkey-cache-'));
});
afterEach(() => rm(cache, { recursive: true }));

async function program(path: string, mode = 0o755): Promise<string> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, '#!/bin/sh\n');
  await chmod(path, mode);
  return path;
}

describe('the media worker to run', () => {
  it('is the one that was built for this version and machine, outside the checkout', async () => {
    const built = builtWorker({ XDG_CACHE_HOME: cache });
    expect(built.startsWith(join(cache, 'hexkey', 'media-worker'))).toBe(true);
    expect(built).toContain(`3.18.1-${process.platform}-${process.arch}-`);
    await program(built);
    expect(findWorker({ XDG_CACHE_HOME: cache })).toBe(built);
  });

  it('is the one that is named, if it is there', async () => {
    await program(builtWorker({ XDG_CACHE_HOME: cache }));
    const named = await program(join(cache, 'my-worker'));
    expect(findWorker({ XDG_CACHE_HOME: cache, MEDIASOUP_WORKER_BIN: named })).toBe(named);
    expect(
      findWorker({ XDG_CACHE_HOME: cache, MEDIASOUP_WORKER_BIN: join(cache, 'elsewhere') }),
    ).toBeUndefined();
  });

  it('is none that cannot be run: a build that was cut short', async () => {
    await program(builtWorker({ XDG_CACHE_HOME: cache }), 0o644);
    expect(findWorker({ XDG_CACHE_HOME: cache })).toBeUndefined();
  });
});
