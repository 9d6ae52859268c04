import { setTimeout as delay } from 'node:timers/promises';
import type { SpeechLog } from '../log.ts';
import type { Recogniser } from '../recogniser/contract.ts';

const firstPauseMs = 250;
const longestPauseMs = 10_000;

/** A place in the pool: one recogniser, replaced when it is lost. */
export class RecogniserSlot {
  readonly #start: () => Promise<Recogniser>;
  readonly #log: SpeechLog;
  readonly #closing = new AbortController();
  #recogniser: Recogniser | undefined;
  /** What it decodes now; undefined when free. */
  work: 'partial' | 'final' | 'preparation' | undefined;

  constructor(start: () => Promise<Recogniser>, log: SpeechLog) {
    this.#start = start;
    this.#log = log;
  }

  get recogniser(): Recogniser | undefined {
    return this.#recogniser;
  }

  get free(): boolean {
    return this.#recogniser !== undefined && this.work === undefined;
  }

  async open(): Promise<void> {
    const recogniser = await this.#start();
    if (this.#closing.signal.aborted) await recogniser.close();
    else this.#recogniser = recogniser;
  }

  /** Puts a new recogniser here, at once and then with growing pauses. `failed` hears of each failure. */
  async replace(failed: () => void): Promise<void> {
    const lost = this.#recogniser;
    this.#recogniser = undefined;
    await lost
      ?.close()
      .catch((error: unknown) => this.#log.warn({ err: error }, 'A lost recogniser could not be closed'));
    for (
      let pause = firstPauseMs;
      !this.#closing.signal.aborted;
      pause = Math.min(pause * 2, longestPauseMs)
    ) {
      try {
        await this.open();
        this.#log.info({}, 'A recogniser was replaced');
        return;
      } catch (error) {
        this.#log.error({ err: error, pause }, 'A recogniser could not be replaced; trying again');
        failed();
        await delay(pause, undefined, { signal: this.#closing.signal }).catch(() => undefined);
      }
    }
  }

  async close(): Promise<void> {
    this.#closing.abort();
    await this.#recogniser?.close();
    this.#recogniser = undefined;
  }
}
