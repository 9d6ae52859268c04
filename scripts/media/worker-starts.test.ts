import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { env } from 'node:process';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { findWorker } from '../../server/calls/media/index.ts';
import { readSettings } from '../../server/config.ts';
import { workerStarts } from './worker-starts.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hexkey-worker-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function program(name: string, text: string): Promise<string> {
  const file = join(folder, name);
  await writeFile(file, text);
  await chmod(file, 0o755);
  return file;
}

it('the check of media workers knows the worker of this machine', () => {
  expect(workerStarts(findWorker(readSettings(env)) ?? '')).toBe(true);
});

it('the check of media workers knows a worker that misses a library, one that was cut short, and one that is not there', async () => {
  // What the dynamic linker ends with.
  expect(workerStarts(await program('misses', '#!/bin/sh\nexit 127\n'))).toBe(false);
  expect(workerStarts(await program('short', '\x7fELF'))).toBe(false);
  expect(workerStarts(join(folder, 'nowhere'))).toBe(false);
});
