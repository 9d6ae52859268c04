import { chmod, copyFile, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { env } from 'node:process';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { findWorker } from '../../server/calls/media/index.ts';
import { readSettings } from '../../server/config.ts';
import { buildWorker } from './build-worker.ts';
import { workerStarts } from './worker-starts.ts';

let folder: string;
let file: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hexkey-build-'));
  file = join(folder, 'cache', '3.18.1', 'mediasoup-worker');
  vi.stubEnv('PATH', `${folder}${delimiter}${env.PATH}`);
  vi.spyOn(console, 'log').mockReturnValue();
  vi.spyOn(console, 'error').mockReturnValue();
  await program('cmake', 'exit 0');
});
afterEach(async () => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  await rm(folder, { recursive: true });
});

/** Takes the place of a program that takes minutes. `$2` is the build's folder. */
async function program(name: string, does: string): Promise<void> {
  await writeFile(join(folder, name), `#!/bin/sh\n${does}\n`);
  await chmod(join(folder, name), 0o755);
}

const left = () => readdir(dirname(dirname(file)), { recursive: true });

describe('a worker that is built', () => {
  it('is in its place, whole, with nothing beside it', async () => {
    const worker = join(folder, 'worker');
    await copyFile(findWorker(readSettings(env)) ?? '', worker);
    await program('ninja', `cp ${worker} "$2/mediasoup-worker"`);
    await buildWorker(file);
    expect(workerStarts(file)).toBe(true);
    expect(await left()).toEqual(['3.18.1', join('3.18.1', 'mediasoup-worker')]);
  });

  it('is not put there when the compiler fails, and its words are shown', async () => {
    await program('ninja', 'echo "FAILED: out of memory"; echo half > "$2/mediasoup-worker"; exit 1');
    await expect(buildWorker(file)).rejects.toMatchObject({
      code: 'internal',
      message: expect.stringMatching(/ninja ended with 1/),
    });
    expect(vi.mocked(console.error).mock.calls.join()).toContain('FAILED: out of memory');
    expect(await left()).toEqual([]);
  });

  it('is not put there when it does not start', async () => {
    await program(
      'ninja',
      'printf "#!/bin/sh\\nexit 127" > "$2/mediasoup-worker"; chmod +x "$2/mediasoup-worker"',
    );
    await expect(buildWorker(file)).rejects.toThrow('does not start');
    expect(await left()).toEqual([]);
  });
});
