import { keepDurations, readDurations } from './durations.mjs';
import { TimeLeft } from './time-left.mjs';

const sayEveryMs = 5_000;

/**
 * Says how far a stage of tests is, at most every five seconds, and keeps what its parts took. HEXKEY_TEST_LATER_MS is how long
 * the stages after it will take.
 */
export class Progress {
  #stage;
  #left;
  #startedAt = performance.now();
  #saidAt = 0;
  #took = {};

  constructor(stage, names) {
    const { wallMs, parts = {} } = readDurations()[stage] ?? {};
    const sum = Object.values(parts).reduce((total, ms) => total + ms, 0);
    this.#stage = stage;
    this.#left = new TimeLeft(names, {
      last: parts,
      pace: wallMs && sum ? wallMs / sum : 1,
      laterMs: Number(process.env.HEXKEY_TEST_LATER_MS ?? 0),
    });
  }

  finish(name, ms) {
    this.#took[name] = (this.#took[name] ?? 0) + ms;
    this.#left.finish(name);
    const now = performance.now();
    if (now - this.#saidAt < sayEveryMs) return;
    this.#saidAt = now;
    console.log(`${this.#left}`);
  }

  end() {
    keepDurations(this.#stage, performance.now() - this.#startedAt, this.#took);
  }
}
