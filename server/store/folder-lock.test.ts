import { mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { letGoOfSilentOwner, lockFolder, processStart } from './folder-lock.ts';

describe('the lock of a folder', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'hexkey-lock-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  const owner = (fields: object) =>
    JSON.stringify({ pid: process.pid, host: hostname(), start: '', ...fields });

  it('is held by one', () => {
    lockFolder(folder);
    expect(() => lockFolder(folder)).toThrow(`process ${process.pid}`);
  });

  it('is free after release, any number of times', async () => {
    for (let round = 0; round < 3; round++) lockFolder(folder).release();
    expect(await readdir(folder)).toHaveLength(1);
  });

  it('is taken from a process that is gone', async () => {
    await writeFile(join(folder, 'lock.4'), owner({ pid: 2 ** 22 + 1 }));
    lockFolder(folder).release();
    expect(await readdir(folder)).toEqual(['lock.5']);
  });

  it('is taken from a process whose id another one has now', async () => {
    await writeFile(join(folder, 'lock.1'), owner({ start: 'long ago' }));
    expect(() => lockFolder(folder)).not.toThrow();
  });

  it('is left to a process that runs, though the process was not started here', async () => {
    await writeFile(join(folder, 'lock.1'), owner({ pid: process.ppid, start: processStart(process.ppid) }));
    expect(() => lockFolder(folder)).toThrow(`process ${process.ppid}`);
  });

  it('is left to a process on another machine, with the file to delete if that one is gone', async () => {
    await writeFile(join(folder, 'lock.1'), owner({ host: 'elsewhere' }));
    expect(() => lockFolder(folder)).toThrow(join(folder, 'lock.1'));
  });

  it('is taken from a container that was killed, though its name comes no more, once it is silent', async () => {
    await writeFile(join(folder, 'lock.1'), owner({ host: 'a-container-that-was', beatMs: 5 }));
    await letGoOfSilentOwner(folder);
    lockFolder(folder).release();
    expect(await readdir(folder)).toEqual(['lock.2']);
  });

  it('is left to a container that still gives signs of life', async () => {
    const lock = join(folder, 'lock.1');
    await writeFile(lock, owner({ host: 'a-container-that-is', beatMs: 20 }));
    let beats = 0;
    const beating = setInterval(() => void utimes(lock, ++beats, beats), 5);
    await letGoOfSilentOwner(folder);
    clearInterval(beating);
    expect(() => lockFolder(folder)).toThrow('a-container-that-is');
  });

  it('of an owner that says nothing of signs of life is left alone at once', async () => {
    const before = owner({ host: 'elsewhere' });
    await writeFile(join(folder, 'lock.1'), before);
    await letGoOfSilentOwner(folder);
    expect(await readFile(join(folder, 'lock.1'), 'utf8')).toBe(before);
  });

  it('that was taken while its owner stood still is noticed by that owner', async () => {
    vi.useFakeTimers();
    try {
      const lost = vi.fn();
      lockFolder(folder, lost);
      await vi.advanceTimersByTimeAsync(10_000);
      expect(lost).not.toHaveBeenCalled();
      await writeFile(join(folder, 'lock.2'), owner({ host: 'elsewhere' }));
      await vi.advanceTimersByTimeAsync(10_000);
      expect(lost).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ code: 'store_in_use' }));
    } finally {
      vi.useRealTimers();
    }
  });

  it('is not taken where it cannot be read', async () => {
    await writeFile(join(folder, 'lock.1'), '{"pid":');
    expect(() => lockFolder(folder)).toThrow('cannot be read');
  });
});
