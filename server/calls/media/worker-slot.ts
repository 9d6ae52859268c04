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

/** A worker's place: whoever dies in it, or cannot be started, is replaced. */
export class WorkerSlot {
  readonly #options: WorkerSlotOptions;
  #running: Promise<RunningWorker>;
  #down = false;
  #waitMs = firstWaitMs;
  #endWait = () => {};
  #closed = false;
  /** Rooms it carries. */
  routers = 0;

  constructor(options: WorkerSlotOptions) {
    this.#options = options;
    this.#running = this.#begin(() => this.#start());
  }

  /** The worker that lives; while a dead one is replaced this waits for the next try. Rejects where that one fails. */
  running(): Promise<RunningWorker> {
    return this.#running;
  }

  /** Its worker died, or could not be started, and no other runs yet. One that starts for the first time is not down. */
  get down(): boolean {
    return this.#down;
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#endWait();
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
    this.#down = false;
    if (this.#closed) worker.close();
    return running;
  }

  #replace(): void {
    this.#down = true;
    if (this.#closed) return;
    const waitMs = this.#waitMs;
    this.#waitMs = Math.min(longestWaitMs, waitMs * 2);
    this.#running = this.#begin(async () => {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, waitMs);
        this.#endWait = () => {
          clearTimeout(timer);
          resolve();
        };
      });
      if (this.#closed) throw new Error('media is closing');
      return this.#start();
    });
  }

  #begin(start: () => Promise<RunningWorker>): Promise<RunningWorker> {
    const running = start();
    running.catch((error: unknown) => {
      if (this.#closed) return;
      this.#options.log.error({ err: error }, 'a media worker could not be started; it is tried again');
      this.#replace();
    });
    return running;
  }
}
