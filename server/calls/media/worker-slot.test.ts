import { EventEmitter } from 'node:events';
import { pino } from 'pino';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { type RunningWorker, WorkerSlot } from './worker-slot.ts';

const log = pino({ level: 'silent' });

/** A worker as the slot sees it: it has a number, dies when told to, and can be closed. */
function scripted(pid: number): RunningWorker & { die(): void } {
  const worker = Object.assign(new EventEmitter(), { pid, close: vi.fn() });
  return { worker, server: {}, die: () => worker.emit('died', new Error('killed')) } as never;
}

afterEach(() => {
  vi.useRealTimers();
});

describe('the place of a media worker', () => {
  it('has another in it when one died, and whoever asks meanwhile waits for that one', async () => {
    vi.useFakeTimers();
    const workers = [scripted(1), scripted(2)];
    let started = 0;
    const slot = new WorkerSlot({ log, start: async () => workers[started++] as RunningWorker });
    expect((await slot.running()).worker.pid).toBe(1);
    expect(slot.down).toBe(false);
    workers[0]?.die();
    expect(slot.down).toBe(true);
    const next = slot.running();
    await vi.advanceTimersByTimeAsync(100);
    expect((await next).worker.pid).toBe(2);
    expect(slot.down).toBe(false);
  });

  it('is tried again where the very first cannot be started', async () => {
    vi.useFakeTimers();
    const start = vi.fn(async () => scripted(1) as RunningWorker);
    start.mockRejectedValueOnce(new Error('the port is taken'));
    const slot = new WorkerSlot({ log, start });
    await expect(slot.running()).rejects.toThrow('the port is taken');
    const next = slot.running();
    await vi.advanceTimersByTimeAsync(100);
    expect((await next).worker.pid).toBe(1);
  });

  it('waits longer each time a worker cannot be started', async () => {
    vi.useFakeTimers();
    const first = scripted(1);
    const starts: number[] = [];
    const start = async () => {
      starts.push(Date.now());
      if (starts.length > 1) throw new Error('no such file');
      return first;
    };
    const slot = new WorkerSlot({ log, start });
    await slot.running();
    const died = Date.now();
    first.die();
    await vi.advanceTimersByTimeAsync(100 + 200 + 400 + 800);
    expect(starts.slice(1).map((at) => at - died)).toEqual([100, 300, 700, 1_500]);
    await slot.close();
  });

  it('lets nobody wait for it after it was closed', async () => {
    vi.useFakeTimers();
    const worker = scripted(1);
    const start = vi.fn(async () => worker as RunningWorker);
    const slot = new WorkerSlot({ log, start });
    await slot.running();
    worker.die();
    const next = slot.running();
    await Promise.all([expect(next).rejects.toThrow('closing'), slot.close()]);
    expect(start).toHaveBeenCalledOnce();
  });

  it('stays empty after it was closed', async () => {
    vi.useFakeTimers();
    const worker = scripted(1);
    const start = vi.fn(async () => worker as RunningWorker);
    const slot = new WorkerSlot({ log, start });
    await slot.close();
    worker.die();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(start).toHaveBeenCalledOnce();
    expect(worker.worker.close).toHaveBeenCalled();
  });
});
