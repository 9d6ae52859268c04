import type { FastifyBaseLogger } from 'fastify';
import type { types } from 'mediasoup';

/** A worker with the one port that all of its transports share. */
export interface RunningWorker {
  worker: types.Worker;
  server: types.WebRtcServer;
}

export interface WorkerSlotOptions {
  start: () => Promise<RunningWorker>;
  log: FastifyBaseLogger;
}

/** A worker that dies at once is not started again at once: the wait doubles up to the longest. */
const firstWaitMs = 100;
const longestWaitMs = 10_000;
/** One that lived this long was well. */
const wellAfterMs = 30_000;

/** A worker's place: whoever dies in it is replaced. */
export class WorkerSlot {
  readonly #options: WorkerSlotOptions;
  #running: Promise<RunningWorker>;
  #waitMs = firstWaitMs;
  #waiting: ReturnType<typeof setTimeout> | undefined;
  #closed = false;
  /** Rooms it carries. */
  routers = 0;

  constructor(options: WorkerSlotOptions) {
    this.#options = options;
    this.#running = this.#start();
    // Whoever asks for it is told; until then a failure is nobody's.
    this.#running.catch(() => {});
  }

  /** The worker that lives; while a dead one is replaced this waits for the new one. Rejects where none can be had. */
  running(): Promise<RunningWorker> {
    return this.#running;
  }

  async close(): Promise<void> {
    this.#closed = true;
    if (this.#waiting) {
      clearTimeout(this.#waiting);
      return;
    }
    const running = await this.#running.catch(() => undefined);
    running?.worker.close();
  }

  async #start(): Promise<RunningWorker> {
    const startedAt = performance.now();
    const running = await this.#options.start();
    const { worker } = running;
    worker.once('died', (error) => {
      this.#options.log.error(
        { err: error, pid: worker.pid },
        'a media worker died; another takes its place',
      );
      if (performance.now() - startedAt > wellAfterMs) this.#waitMs = firstWaitMs;
      this.#replace();
    });
    if (this.#closed) worker.close();
    return running;
  }

  #replace(): void {
    if (this.#closed) return;
    const waitMs = this.#waitMs;
    this.#waitMs = Math.min(longestWaitMs, waitMs * 2);
    this.routers = 0;
    this.#running = new Promise((resolve, reject) => {
      this.#waiting = setTimeout(() => {
        this.#waiting = undefined;
        this.#start().then(resolve, reject);
      }, waitMs);
    });
    this.#running.catch((error: unknown) => {
      this.#options.log.error({ err: error }, 'a media worker could not be started; it is tried again');
      this.#replace();
    });
  }
}
